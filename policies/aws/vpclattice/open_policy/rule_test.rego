package policy.aws.vpclattice.open_policy_test

import data.policy.aws.vpclattice.open_policy as rule

violations(attributes, unknown, references) := found if {
	policy := {"id": "p", "root": ".", "attributes": attributes, "unknown": unknown, "references": references}
	found := rule.deny with input.resources as {"aws_vpclattice_auth_policy": [policy]}
}

statement(change) := object.union({"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}, change)

paths(change) := {found.path | some found in violations(with_statement(change), [], [])}

with_statement(change) := {"resource_identifier": "svc-0", "policy": {"Statement": [statement(change)]}}

test_everybody if {
	paths({}) == {["policy", "Statement", 0, "Principal"]}
	paths({"Principal": {"AWS": ["*"]}}) == {["policy", "Statement", 0, "Principal", "AWS", 0]}
	paths({"Condition": {}}) == {["policy", "Statement", 0, "Principal"]}
}

test_somebody if {
	paths({"Effect": "Deny"}) == set()
	paths({"Principal": {"AWS": "arn:aws:iam::111122223333:root"}}) == set()
	paths({"Condition": {"StringNotEquals": {"aws:PrincipalType": "anonymous"}}}) == set()
}

of(identifier, kind) := violations(
	object.union(with_statement({}), {"resource_identifier": identifier}),
	[],
	[{"kind": kind, "index": 0, "id": "n", "via": ["resource_identifier"]}],
)

resource := {"id": "n"}

test_network if {
	count(of("svc-0", "aws_vpclattice_service")) == 1
	of("sn-0", "aws_vpclattice_service") == set()
	of("arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-0", "aws_vpclattice_service") == set()
	every kind in ["aws_vpclattice_service_network", "data.aws_vpclattice_service_network"] {
		policy := {
			"id": "p", "root": ".", "unknown": [], "attributes": with_statement({}),
			"references": [{"kind": kind, "index": 0, "id": "n", "via": ["resource_identifier"]}],
		}
		found := rule.deny with input.resources as {"aws_vpclattice_auth_policy": [policy], kind: [resource]}
		found == set()
	}
}

test_needs if {
	condition := ["policy", "Statement", 0, "Condition"]
	{need.path | some found in violations(with_statement({}), [condition], []); some need in found.needs} == {
		condition,
		["resource_identifier"],
	}
	service := {"kind": "aws_vpclattice_service", "index": 0, "id": "s", "via": ["resource_identifier"]}
	{need | some found in violations(with_statement({}), [], [service]); some need in found.needs} == set()
}
