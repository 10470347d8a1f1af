package lib.backup_test

import data.lib.backup

tables := "arn:aws:dynamodb:*:*:table/*"

covered(selection, references) if {
	resource := {"root": ".", "attributes": {"tags": {"backup": "daily"}}, "referred_by": references}
	backup.covers(resource, tables) with input.resources.aws_backup_selection as [{"id": "s", "root": ".", "attributes": selection, "unknown": []}]
}

test_named if {
	reference := {"id": "s", "kind": "aws_backup_selection", "index": 0, "via": ["resources", 0]}
	covered({"resources": ["x"]}, [reference])
	not covered({"resources": ["x"]}, [object.union(reference, {"via": ["plan_id"]})])
}

test_of_its_kind if {
	covered({"resources": ["*"]}, [])
	covered({"resources": [tables]}, [])
	not covered({"resources": ["arn:aws:ec2:*:*:volume/*"]}, [])
	not covered({"resources": ["*"], "condition": [{"string_equals": [{"key": "a", "value": "b"}]}]}, [])
}

test_by_tag if {
	covered({"selection_tag": [{"type": "STRINGEQUALS", "key": "backup", "value": "daily"}]}, [])
	not covered({"selection_tag": [{"type": "STRINGEQUALS", "key": "backup", "value": "weekly"}]}, [])
	not covered({}, [])
}

test_other_roots if {
	selection := {"id": "s", "root": "other", "attributes": {"resources": ["*"]}, "unknown": [["resources"]]}
	resource := {"root": ".", "attributes": {}, "referred_by": []}
	not backup.covers(resource, tables) with input.resources.aws_backup_selection as [selection]
	here := backup.doubts(resource) with input.resources.aws_backup_selection as [selection]
	here == []
}

doubts_of(unknown) := found if {
	reference := {"kind": "aws_dynamodb_table", "index": 0, "via": ["resources", 0]}
	selections := [{"id": "s", "root": ".", "attributes": {}, "references": [reference], "unknown": [unknown]}]
	found := backup.doubts({"id": "r", "root": "."}) with input.resources.aws_backup_selection as selections
}

test_a_selection_that_names_another_leaves_no_doubt if {
	doubts_of(["resources", 0]) == []
	every unknown in [["resources", 1], ["resources", "*"], ["resources"], ["condition"]] {
		count(doubts_of(unknown)) == 1
	}
}

test_doubts if {
	selection := {
		"id": "s",
		"root": ".",
		"references": [],
		"unknown": [["resources", 0], ["plan_id"], ["selection_tag", 1, "value"]],
		"attributes": {"selection_tag": [{"key": "backup", "value": "daily"}]},
	}
	doubts := backup.doubts({"id": "r", "root": "."}) with input.resources.aws_backup_selection as [selection]
	doubts == [
		{"resource": "s", "path": ["resources", 0]},
		{"resource": "s", "path": ["selection_tag", 1, "value"]},
		{"resource": "r", "path": ["tags", "backup"]},
	]
}
