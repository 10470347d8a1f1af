package policy.aws.elasticache.user_without_password_test

import data.policy.aws.elasticache.user_without_password as rule

found(attributes) := {[violation.path, violation.message] | some violation in violations} if {
	user := {"id": "u", "root": ".", "attributes": attributes}
	violations := rule.deny with input.resources as {"aws_elasticache_user": [user]}
}

message := "The user needs no password, and has the rights `on ~* +@all`"

everything := {"access_string": "on ~* +@all"}

test_without_password if {
	found(object.union(everything, {"no_password_required": true})) == {[["no_password_required"], message]}
	mode := {"authentication_mode": [{"type": "no-password-required"}]}
	found(object.union(everything, mode)) == {[["authentication_mode", 0, "type"], message]}
	count(found({"access_string": "ON ~* allcommands", "no_password_required": "true"})) == 1
}

test_with_password if {
	found(everything) == set()
	found(object.union(everything, {"no_password_required": false})) == set()
	found(object.union(everything, {"no_password_required": true, "authentication_mode": [{"type": "iam"}]})) == set()
}

test_switched_off if {
	every access in ["off ~* +@all", "off -@all", "on ~app::* -@all", "~* +@all"] {
		found({"access_string": access, "no_password_required": true}) == set()
	}
}

test_needs if {
	user := {"id": "u", "root": ".", "attributes": object.union(everything, {"no_password_required": true})}
	violations := rule.deny with input.resources as {"aws_elasticache_user": [user]}
	{need | some violation in violations; some need in violation.needs} == {
		{"resource": "u", "path": ["authentication_mode", 0, "type"]},
	}
}

in_group(ids, references, users) := {[violation.path, violation.needs] | some violation in violations} if {
	all := {
		"aws_elasticache_user_group": [{"id": "g", "root": ".", "references": references, "attributes": {"user_ids": ids}}],
		"aws_elasticache_user": users,
	}
	violations := rule.deny with input.resources as all
}

own(root) := {"id": "u", "root": root, "attributes": {"user_id": "default", "access_string": "off -@all"}}

test_group if {
	in_group(["default"], [], []) == {[["user_ids", 0], []]}
	in_group(["shop"], [], []) == set()
	in_group([], [], []) == set()
	in_group(["default"], [{"kind": "aws_elasticache_user", "index": 0, "id": "u", "via": ["user_ids", 0]}], []) == set()
	in_group(["default"], [], [own(".")]) == set()
	in_group(["default"], [], [own("other")]) == {[["user_ids", 0], []]}
	other := {"id": "u", "root": ".", "attributes": {"user_id": "shop"}}
	in_group(["shop", "default"], [], [other]) == {[["user_ids", 1], [{"resource": "u", "path": ["user_id"]}]]}
}
