package policy.aws.elb.old_tls_test

import data.policy.aws.elb.old_tls

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := old_tls.deny with input.resources.aws_lb_listener as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

listener(policy) := {"protocol": "HTTPS", "ssl_policy": policy}

test_policies if {
	messages({"protocol": "HTTPS"}) == {"`ssl_policy` is not set, and the default takes TLS 1.0"}
	messages(listener("ELBSecurityPolicy-2016-08")) == {"`ssl_policy` is `ELBSecurityPolicy-2016-08`, which takes TLS 1.0 or 1.1"}
	paths(listener("ELBSecurityPolicy-TLS13-1-1-2021-06")) == {["ssl_policy"]}
	every policy in [
		"ELBSecurityPolicy-TLS13-1-2-2021-06",
		"ELBSecurityPolicy-TLS13-1-3-2021-06",
		"ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
		"ELBSecurityPolicy-FS-1-2-Res-2020-10",
	] {
		paths(listener(policy)) == set()
	}
	paths({"protocol": "HTTP"}) == set()
}
