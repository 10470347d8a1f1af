package policy.aws.route53.no_query_log_test

import data.policy.aws.route53.no_query_log

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_query_log.deny with input.resources.aws_route53_zone as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_without if {
	messages({}) == {"No `aws_route53_query_log` is set on the zone"}
	paths({}) == {[]}
	paths({"vpc": [{"vpc_id": "vpc-1"}]}) == set()
}

test_with if {
	zone := {"id": "x", "root": ".", "attributes": {}, "referred_by": [{"kind": "aws_route53_query_log", "index": 0, "via": ["zone_id"]}]}
	found := no_query_log.deny with input.resources as {"aws_route53_zone": [zone], "aws_route53_query_log": [{"id": "y"}]}
	found == set()
}
