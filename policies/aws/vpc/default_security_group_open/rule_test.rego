package policy.aws.vpc.default_security_group_open_test

import data.policy.aws.vpc.default_security_group_open

vpc(references) := {"id": "vpc", "root": ".", "attributes": {}, "referred_by": references}

group(attributes, references, referrers) := {
	"id": "group",
	"root": ".",
	"attributes": attributes,
	"unknown": [],
	"references": references,
	"referred_by": referrers,
}

to_vpc := [{"kind": "aws_vpc", "index": 0, "via": ["vpc_id"]}]

to_group := [{"kind": "aws_default_security_group", "index": 0, "via": ["vpc_id"]}]

findings(resources) := found if {
	all := resources
	found := default_security_group_open.deny with input.resources as all
}

places(resources) := {[finding.resource, finding.at, finding.path] | some finding in findings(resources)}

test_left_as_it_is if {
	some finding in findings({"aws_vpc": [vpc([])]})
	finding.path == []
	startswith(finding.message, "The network's default security group is left")
}

test_emptied if {
	findings({"aws_vpc": [vpc(to_group)], "aws_default_security_group": [group({}, to_vpc, [])]}) == set()
}

test_rules if {
	rules := {"ingress": [{"self": true}], "egress": []}
	places({"aws_vpc": [vpc(to_group)], "aws_default_security_group": [group(rules, to_vpc, [])]}) == {["vpc", "group", ["ingress", 0]]}
	places({"aws_default_security_group": [group(rules, [], [])]}) == {["group", "group", ["ingress", 0]]}
	own := [{"kind": "aws_security_group_rule", "index": 0, "via": ["security_group_id"]}]
	places({
		"aws_vpc": [vpc(to_group)],
		"aws_default_security_group": [group({}, to_vpc, own)],
		"aws_security_group_rule": [{"id": "rule"}],
	}) == {["vpc", "rule", []]}
}
