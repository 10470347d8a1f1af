package policy.aws.elb.classic_old_tls_test

import data.policy.aws.elb.classic_old_tls

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "attributes": attributes}
	found := classic_old_tls.deny with input.resources.aws_load_balancer_policy as [resource]
}

of(name, value) := {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": name, "value": value}]}

test_protocols if {
	every name in ["Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"] {
		paths(of(name, "true")) == {["policy_attribute", 0, "value"]}
		paths(of(name, "false")) == set()
	}
	paths(of("Protocol-TLSv1.2", "true")) == set()
	paths({"policy_type_name": "PublicKeyPolicyType", "policy_attribute": [{"name": "Protocol-TLSv1", "value": "true"}]}) == set()
}

test_policies_of_aws if {
	every name in ["ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-TLS-1-1-2017-01", "ELBSecurityPolicy-2015-05"] {
		paths(of("Reference-Security-Policy", name)) == {["policy_attribute", 0, "value"]}
	}
	paths(of("Reference-Security-Policy", "ELBSecurityPolicy-TLS-1-2-2017-01")) == set()
}

test_resource_of_its_own if {
	found := classic_old_tls.deny with input.resources.aws_lb_ssl_negotiation_policy as [{
		"id": "x",
		"attributes": {"attribute": [{"name": "Protocol-TLSv1.1", "value": "true"}]},
	}]
	{finding.message | some finding in found} == {"The policy takes TLSv1.1"}
}
