package policy.aws.elb.default_health_check_test

import data.policy.aws.elb.default_health_check

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := default_health_check.deny with input.resources.aws_lb_target_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_paths if {
	messages({"protocol": "HTTP"}) == {"`path` is not set"}
	paths({"protocol": "HTTPS", "health_check": [{"interval": 30}]}) == {["health_check", 0, "path"]}
	paths({"protocol": "HTTP", "health_check": [{"path": "/healthz"}]}) == set()
	paths({"protocol": "TCP"}) == set()
}
