package lib.resource_policy_test

import data.lib.resource_policy

statement := {"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}

paths(change) := {found.path | some found in resource_policy.open({"Statement": [object.union(statement, change)]})}

with_condition(condition) := paths({"Condition": condition})

test_everybody if {
	paths({}) == {["Statement", 0, "Principal"]}
	paths({"Principal": {"AWS": "*"}}) == {["Statement", 0, "Principal", "AWS"]}
	paths({"Principal": {"AWS": ["arn:aws:iam::111122223333:root", "*"]}}) == {["Statement", 0, "Principal", "AWS", 1]}
	paths({"Principal": ["111122223333", "*"]}) == {["Statement", 0, "Principal", 1]}
	paths({"Principal": {"AWS": "arn:aws:iam::*:root"}}) == {["Statement", 0, "Principal", "AWS"]}
	found := resource_policy.open({"Statement": object.remove(object.union(statement, {"NotPrincipal": {"AWS": "111122223333"}}), ["Principal"])})
	[one.path | some one in found] == [["Statement", "NotPrincipal"]]
}

test_somebody if {
	every change in [
		{"Effect": "Deny"},
		{"Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
		{"Principal": {"Service": "sns.amazonaws.com"}},
		{"Principal": {"AWS": [null]}},
	] {
		paths(change) == set()
	}
}

test_conditions_that_keep_strangers_out if {
	every condition in [
		{"StringEquals": {"aws:SourceAccount": "111122223333"}},
		{"ArnLike": {"aws:SourceArn": ["arn:aws:s3:*:*:downloads"]}},
		{"ArnEquals": {"AWS:SourceArn": [null]}},
		{"StringLike": {"aws:PrincipalOrgID": "o-*"}},
		{"StringEquals": {"aws:VpceAccount": "111122223333"}},
		{"StringEquals": {"kms:CallerAccount": "111122223333"}},
		{"IpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}},
	] {
		with_condition(condition) == set()
	}
}

test_conditions_that_anybody_meets if {
	every condition in [
		{"Bool": {"aws:SecureTransport": "true"}},
		{"StringNotEquals": {"aws:SourceAccount": "111122223333"}},
		{"StringEqualsIfExists": {"aws:SourceAccount": "111122223333"}},
		{"ForAllValues:StringEquals": {"aws:SourceAccount": "111122223333"}},
		{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}},
		{"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "0.0.0.0/0"]}},
		{"StringEquals": {"aws:PrincipalType": "User"}},
		{"StringLike": {"s3:prefix": "public/"}},
	] {
		with_condition(condition) == {["Statement", 0, "Principal"]}
	}
}

path := ["Statement", 0, "Principal", "AWS", 0]

by(name) := {"statement": ["Statement", 0], "path": path, "body": {"Principal": {"AWS": [name]}}}

refers(via, reads) := {"references": [{"kind": "data.aws_caller_identity", "index": 0, "via": via, "reads": reads}]}

test_what_names_somebody if {
	via := array.concat(["policy"], path)
	named := by("arn:aws:iam::111122223333:root")
	resource_policy.names_somebody(refers(via, [["account_id"]]), "policy", named)
	every other in [refers(["policy"], [["json"]]), refers(via, []), refers(via, [["id"]]), {"references": []}] {
		not resource_policy.names_somebody(other, "policy", named)
	}
	not resource_policy.names_somebody(refers(via, [["account_id"]]), "policy", by("*"))
}
