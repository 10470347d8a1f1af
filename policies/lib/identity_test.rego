package lib.identity_test

import data.lib.identity

right(action, fields) := object.union(
	{
		"action": action, "resource": "p", "path": ["policy"], "needs": [], "evidence": [], "anywhere": false, "itself": false,
		"sweeping": false, "narrowed": false, "targets": [], "resources": ["arn:x"], "conditions": [], "tags": [],
	},
	fields,
)

who(permissions) := {"id": "u", "form": "user", "power": "ordinary", "permissions": permissions}

admin := {"id": ".//aws_iam_role.r", "power": "administrator", "services": ["ec2.amazonaws.com"], "needs": [{"resource": "r", "path": ["y"]}], "doubts": []}

weak := {"id": "w", "power": "ordinary", "services": [], "needs": [], "doubts": []}

free := {"id": "app///ServiceAccount/ns/f", "power": "escalating", "services": ["ec2.amazonaws.com"], "needs": [], "doubts": []}

test_usable_leaves_out_administrators_and_narrowed_rights if {
	rights := {"iam:PassRole": [right("iam:PassRole", {}), right("iam:PassRole", {"narrowed": true})]}
	count(identity.usable(who(rights), ["iam:PassRole", "iam:TagRole"])) == 1
	identity.usable(object.union(who(rights), {"power": "administrator"}), ["iam:PassRole"]) == []
}

test_reach_of_rights if {
	one := who({"a": [right("a", {"anywhere": true})]})
	own := who({"a": [right("a", {"itself": true})]})
	strong := who({"a": [right("a", {"targets": [admin]})]})
	other := who({"a": [right("a", {"targets": [weak]})]})
	count(identity.anywhere(one, ["a"])) == 1
	identity.anywhere(own, ["a"]) == []
	every held in [one, own] {
		count(identity.over_itself(held, ["a"])) == 1
	}
	identity.over_itself(strong, ["a"]) == []
	every held in [one, strong] {
		count(identity.over_stronger(held, ["a"])) == 1
	}
	identity.over_stronger(other, ["a"]) == []
	count(identity.over_running(strong, ["a"])) == 1
	identity.over_running(one, ["a"]) == []
}

test_statements_about_everything_are_left_to_another_rule if {
	held := who({"a": [right("*", {"sweeping": true, "targets": [admin]})]})
	identity.over_stronger(held, ["a"]) == []
	count(identity.over_running(held, ["a"])) == 1
}

test_identities_that_may_be_more_than_they_seem if {
	vague := object.union(weak, {"doubts": [{"resource": "v", "path": ["z"]}]})
	over := right("a", {"targets": [vague]})
	count(identity.over_stronger(who({"a": [over]}), ["a"])) == 1
	identity.needs([over]) == [{"resource": "v", "path": ["z"]}]
	identity.needs([right("a", {"targets": [vague], "anywhere": true})]) == []
	identity.doubts(right("a", {"targets": [vague, free]})) == []
}

passes(fields) := count(identity.passing(who({"iam:PassRole": [right("iam:PassRole", fields)]}), ["ec2.amazonaws.com"]))

test_passing_roles if {
	passes({"anywhere": true}) == 0
	passes({"anywhere": true, "services": ["ec2.amazonaws.com"]}) == 1
	passes({"anywhere": true, "services": ["ec2.*"]}) == 1
	passes({"anywhere": true, "services": ["*.amazonaws.com"]}) == 1
	passes({"anywhere": true, "services": ["ecs.amazonaws.com"]}) == 0
	passes({"targets": [object.union(free, {"services": []})]}) == 0
	passes({"targets": [object.union(free, {"services": [], "needs": [{"resource": "f", "path": ["assume_role_policy"]}]})]}) == 1
	passes({"targets": [admin]}) == 1
	passes({"targets": [free]}) == 1
	passes({"targets": [weak]}) == 0
	passes({"targets": [object.union(admin, {"services": ["ecs.amazonaws.com"]})]}) == 0
}

test_rights_together if {
	both := who({"a": [right("a", {})], "b": [right("b", {})]})
	[one.action | some one in identity.together(both, [["a", "x"], ["b"]])] == ["a", "b"]
	not identity.together(both, [["a"], ["x"]])
	not identity.together(who({"a": [right("*", {"sweeping": true})]}), [["a"]])
}

test_what_is_shown if {
	held := right("iam:Pass*", {
		"targets": [admin, free, weak],
		"needs": [{"resource": "p", "path": ["x"]}],
		"evidence": [{"resource": "q", "path": [], "note": "attached"}],
	})
	identity.needs([held]) == [{"resource": "p", "path": ["x"]}, {"resource": "r", "path": ["y"]}]
	[sign.note | some sign in identity.evidence([held])] == [
		"attached", "allows iam:Pass*", "aws_iam_role.r is within reach and may do everything",
		"ServiceAccount.ns.f is within reach and can give itself all rights",
	]
	identity.shown(held) == "iam:Pass* on arn:x"
	identity.shown(right("iam:*", {"anywhere": true})) == "iam:* on everything"
	every row in [
		[["arn:aws:iam::*:role/*", "*"], "everything"],
		[[], "everything"],
		[["arn:aws:iam::111122223333:user/*", "arn:aws:iam::111122223333:role/*"], "user/*, role/*"],
	] {
		identity.shown(right("iam:*", {"anywhere": true, "resources": row[0]})) == sprintf("iam:* on %s", [row[1]])
	}
	identity.title({"form": "role"}) == "The role"
	identity.title({"form": "permission-set"}) == "The permission set"
	identity.title({"form": "policy"}) == "Whoever has the policy"
	identity.title({"form": "policy", "kind": "aws_iam_policy"}) == "Whoever has the policy"
	every row in [
		["aws_iam_role_policy", "role"],
		["aws_iam_user_policy", "user"],
		["aws_iam_group_policy", "group"],
		["aws_ssoadmin_permission_set_inline_policy", "permission set"],
	] {
		identity.title({"form": "policy", "kind": row[0]}) == sprintf("The %s with the policy", [row[1]])
	}
}

test_what_a_right_names if {
	to_admin := right("iam:PassRole", {"targets": [admin], "resources": ["${}"]})
	identity.shown(to_admin) == "iam:PassRole on aws_iam_role.r"
	every row in [
		["${}", "${}"],
		["arn:${}:iam::${}:role/a/*", "role/a/*"],
		["arn:aws:iam::${}:role/${}", "arn:aws:iam::${}:role/${}"],
		["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/a"],
	] {
		identity.shown(right("iam:PassRole", {"resources": [row[0]]})) == sprintf("iam:PassRole on %s", [row[1]])
	}
}

test_names_of_resources if {
	every row in [
		["infra//module.a[\"x//y\"].aws_iam_role.r", "module.a[\"x//y\"].aws_iam_role.r"],
		["a/b///ServiceAccount/ns/name", "ServiceAccount.ns.name"],
		["a//rbac.authorization.k8s.io/ClusterRole/name", "ClusterRole.name"],
	] {
		identity.address(row[0]) == row[1]
	}
}

test_who_is_strong_by_the_same_right_shows_nothing if {
	ways := [
		[["create:serviceaccounts/token"], true, 1],
		[["create:serviceaccounts/token"], false, 2],
		[["create:serviceaccounts/token", "bind:clusterroles"], true, 2],
		[["create:pods"], true, 2],
		[[], true, 2],
	]
	every row in ways {
		held := right("create on serviceaccounts/token", {"anywhere": row[1], "targets": [free]})
		signs := identity.evidence([held]) with input as {"identities": [{"id": free.id, "escalates_by": row[0]}]}
		count(signs) == row[2]
	}
}

test_roles_that_only_a_service_uses_for_its_own_work if {
	every row in [[true, 0], [false, 1]] {
		passes := object.union(who({"iam:PassRole": [right("iam:PassRole", {"anywhere": true})]}), {"works_for_itself": row[0]})
		count(identity.all(passes, ["iam:PassRole"])) == row[1]
	}
}

test_everything_by_a_policy_of_aws if {
	given := {"action": "*", "path": ["policy_arn"]}
	written := {"action": "*", "path": ["policy", "Statement", 0, "Action"]}
	iam := {"action": "iam:*", "path": ["policy_arn"]}
	identity.everything_by_aws({"provider": "aws", "administrator": [written, iam, given]}) == [given]
	identity.everything_by_aws({"provider": "kubernetes", "administrator": [given]}) == []
}

test_rights_over_its_kind if {
	actions := ["iam:PutRolePolicy", "iam:PutUserPolicy"]
	rights := {action: [right(action, {"anywhere": true})] | some action in actions}
	every form, expected in {
		"group": {"iam:PutUserPolicy"},
		"permission-set": {"iam:PutRolePolicy"},
		"policy": {"iam:PutRolePolicy", "iam:PutUserPolicy"},
		"role": {"iam:PutRolePolicy"},
		"user": {"iam:PutUserPolicy"},
	} {
		held := object.union(who(rights), {"form": form})
		{found.action | some found in identity.over_its_kind(held, actions)} == expected
	}
}
