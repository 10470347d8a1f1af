package lib.policy_statement_test

import data.lib.policy_statement

document := {"Statement": [
	{"Effect": "Allow", "Action": "S3:GetObject", "Resource": "*"},
	{"Effect": "Deny", "Action": "*", "Resource": "*"},
	{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": ["a", "b"], "Condition": {"Bool": {"x": "y"}}},
]}

resource(attributes) := [{"id": "x", "root": ".", "attributes": attributes, "unknown": [], "referred_by": []}]

allowed(kind, attributes) := found if {
	resources := {kind: resource(attributes)}
	found := policy_statement.allowed with input.resources as resources
}

test_policies if {
	[first, second] := allowed("aws_iam_policy", {"policy": document})
	first.actions == [{"name": "s3:getobject", "written": "S3:GetObject", "path": ["policy", "Statement", 0, "Action"]}]
	first.everything
	not first.conditional
	first.needs == [
		{"resource": "x", "path": ["policy", "Statement", 0, "Resource"]},
		{"resource": "x", "path": ["policy", "Statement", 0, "Condition"]},
	]
	second.actions == [{"name": "ec2:runinstances", "written": "ec2:RunInstances", "path": ["policy", "Statement", 2, "Action", 0]}]
	not second.everything
	first.every == ["policy", "Statement", 0, "Resource"]
	second.conditional
}

test_roles if {
	[first, _] := allowed("aws_iam_role", {"inline_policy": [{"policy": document}]})
	first.path == ["inline_policy", 0, "policy", "Statement", 0]
}

test_documents if {
	blocks := [
		{"actions": ["s3:*"], "resources": ["*"]},
		{"effect": "Deny", "actions": ["*"]},
		{"actions": ["s3:*"], "principals": [{"type": "AWS", "identifiers": ["*"]}]},
	]
	[only] := allowed("data.aws_iam_policy_document", {"statement": blocks})
	only.actions == [{"name": "s3:*", "written": "s3:*", "path": ["statement", 0, "actions", 0]}]
	only.everything
	only.every == ["statement", 0, "resources", 0]
	count(only.needs) == 4
}

test_documents_of_policies_are_left_to_these if {
	used := object.union(resource({"statement": [{"actions": ["s3:*"]}]})[0], {"referred_by": [{"kind": "aws_iam_policy"}]})
	found := policy_statement.allowed with input.resources as {"data.aws_iam_policy_document": [used]}
	found == []
}

test_documents_that_may_be_used if {
	other := {"id": "y", "root": ".", "unknown": [["policy"]], "references": []}
	found := policy_statement.unknown_uses(resource({})[0]) with input.resources as {"aws_iam_policy": [other]}
	found == [{"resource": "y", "path": ["policy"]}]
	every path in [["inline_policy"], ["inline_policy", "*"], ["inline_policy", 0, "policy"]] {
		role := object.union(other, {"unknown": [path]})
		uses := policy_statement.unknown_uses(resource({})[0]) with input.resources as {"aws_iam_role": [role]}
		count(uses) == 1
	}
	every kind, path in {"aws_iam_role": ["inline_policy", 0, "name"], "aws_iam_policy": ["policy", "Statement", 0]} {
		known := object.union(other, {"unknown": [path]})
		uses := policy_statement.unknown_uses(resource({})[0]) with input.resources as {kind: [known]}
		uses == []
	}
}

test_patterns if {
	policy_statement.stands_for("s3:getobject", {"s3:getobject"})
	policy_statement.stands_for("s3:get*", {"s3:getobject"})
	policy_statement.stands_for("s3:*", {"s3:getobject"})
	not policy_statement.stands_for("*", {"s3:getobject"})
	not policy_statement.stands_for("s3:put*", {"s3:getobject"})
	not policy_statement.stands_for("s3:getobjectacl", {"s3:getobject"})
}

test_listed if {
	policy_statement.listed(["a", "b", "c"]) == "a, b, c"
	policy_statement.listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
}

# Who refers to the policy "p", at which argument; attributes and what is unknown of whoever does.
bounded(uses) if {
	references := [{"kind": use.kind, "index": 0, "via": [use.via]} | some use in uses]
	statement := {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
	policy := {"id": "p", "attributes": {"policy": {"Statement": [statement]}}, "referred_by": references, "unknown": []}
	others := {use.kind: [{"id": "o", "root": ".", "attributes": object.get(use, "attributes", {}), "unknown": object.get(use, "unknown", []), "referred_by": []}] | some use in uses}
	resources := object.union(others, {"aws_iam_policy": [policy]})
	found := policy_statement.allowed with input.resources as resources
	found == []
}

test_policies_that_only_bound_others if {
	role := {"kind": "aws_iam_role", "via": "permissions_boundary"}
	asked := {"Statement": [{"Effect": "Deny", "Condition": {"StringNotEquals": {"iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/p"}}}]}
	every uses in [
		[role],
		[{"kind": "aws_iam_role_policy", "via": "policy", "attributes": {"policy": asked}}],
		[{"kind": "aws_iam_role_policy", "via": "policy", "unknown": [["policy", "Statement", 0, "Condition", "StringEquals", "iam:PermissionsBoundary"]]}],
		[{"kind": "data.aws_iam_policy_document", "via": "statement", "attributes": {"statement": [{"effect": "Deny", "condition": [{"variable": "iam:PermissionsBoundary"}]}]}}],
	] {
		bounded(uses)
	}
	every uses in [
		[],
		[role, {"kind": "aws_iam_user_policy_attachment", "via": "policy_arn"}],
		[{"kind": "aws_iam_role", "via": "managed_policy_arns"}, {"kind": "aws_iam_user", "via": "permissions_boundary"}],
		[{"kind": "aws_iam_role_policy", "via": "policy", "attributes": {"policy": {"Statement": []}}}],
	] {
		not bounded(uses)
	}
}

test_a_boundary_that_is_another_policy_leaves_nothing_open if {
	every kind, expected in {"aws_iam_policy": 0, "data.aws_ssm_parameter": 1} {
		reference := {"kind": kind, "index": 1, "via": ["permissions_boundary"]}
		roles := [{"id": "r", "unknown": [["permissions_boundary"]], "references": [reference]}]
		found := policy_statement.unseen with input.resources as {"aws_iam_role": roles}
		count(found) == expected
	}
}

needs(referred_by) := found[0].needs if {
	statement := {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
	policy := {"id": "p", "attributes": {"policy": {"Statement": [statement]}}, "referred_by": referred_by, "unknown": []}
	role := {"id": "r", "attributes": {}, "referred_by": [], "unknown": [["permissions_boundary"]]}
	resources := {"aws_iam_role": [role], "aws_iam_policy": [policy]}
	found := policy_statement.allowed with input.resources as resources
}

test_a_boundary_that_is_not_known_leaves_it_open if {
	boundary := {"resource": "r", "path": ["permissions_boundary"]}
	boundary in needs([])
	not boundary in needs([{"kind": "aws_iam_role_policy_attachment", "index": 0, "via": ["policy_arn"]}])
}

test_conditions_that_are_not_known_may_ask_for_it if {
	every path, expected in {
		["policy"]: 1,
		["policy", "Statement", 0]: 1,
		["policy", "Statement", 0, "Condition", "StringEquals"]: 1,
		["statement", 0]: 1,
		["statement", 0, "condition", 0, "values"]: 1,
		["policy", "Statement", 0, "Resource"]: 0,
		["statement", 0, "resources"]: 0,
	} {
		kind := {"policy": "aws_iam_role_policy", "statement": "data.aws_iam_policy_document"}[path[0]]
		resources := {kind: [{"id": "o", "root": ".", "unknown": [path], "references": []}]}
		found := policy_statement.unknown_conditions({"root": "."}) with input.resources as resources
		count(found) == expected
	}
}

test_conditions_that_are_known_in_part if {
	path := ["policy", "Statement", 0]
	place := array.concat(path, ["Condition"])
	every unknown, expected in {
		array.concat(place, ["StringEquals"]): {"StringEquals"},
		array.concat(place, ["StringEquals", "aws:SourceVpc"]): {"StringEquals"},
		array.concat(place, ["*"]): set(),
		place: set(),
		array.concat(path, ["Resource", 0]): set(),
	} {
		policy_statement.conditions({"unknown": [unknown]}, path, {}) == expected
	}
	policy_statement.conditions({"unknown": []}, path, {"Condition": {"Bool": {"a": "b"}}}) == {"Bool"}
}

test_conditions_that_ask_for_something_else if {
	place := ["statement", 0, "condition", 1, "values", 0]
	every variable, expected in {"aws:SourceAccount": 0, "iam:PermissionsBoundary": 1} {
		block := {"condition": [{"variable": "aws:x"}, {"variable": variable}]}
		documents := [{"id": "o", "root": ".", "attributes": {"statement": [block]}, "unknown": [place], "references": []}]
		found := policy_statement.unknown_conditions({"root": "."}) with input.resources as {"data.aws_iam_policy_document": documents}
		count(found) == expected
	}
	every key, expected in {"aws:SourceAccount": 0, "iam:PermissionsBoundary": 1} {
		unknown := [["policy", "Statement", 0, "Condition", "StringEquals", key, 0]]
		policies := [{"id": "o", "root": ".", "unknown": unknown, "references": []}]
		found := policy_statement.unknown_conditions({"root": "."}) with input.resources as {"aws_iam_role_policy": policies}
		count(found) == expected
	}
}

test_unknown_conditions_that_are_made_of_the_policy if {
	place := ["policy", "Statement", 0, "Condition"]
	policy := {"root": ".", "referred_by": [{"id": "o", "kind": "aws_iam_role_policy", "index": 0, "via": array.concat(place, ["StringEquals", "iam:PermissionsBoundary"])}]}
	every unknown, expected in {place: 1, ["policy", "Statement", 0, "Resource"]: 0} {
		resources := {"aws_iam_role_policy": [{"id": "o", "root": "elsewhere", "unknown": [unknown], "references": []}]}
		found := policy_statement.unknown_conditions(policy) with input.resources as resources
		count(found) == expected
	}
}

test_every_bucket if {
	every resources in ["arn:aws:s3:::*", ["arn:aws:s3:::a", "arn:aws-cn:s3:::*"]] {
		policy_statement.is_every_bucket(resources)
	}
	every resources in ["*", [], ["arn:aws:s3:::a*", "arn:aws:sqs:::*"], [null]] {
		not policy_statement.is_every_bucket(resources)
	}
}
