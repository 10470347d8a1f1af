package policy.aws.elb.classic_weak_ciphers_test

import data.policy.aws.elb.classic_weak_ciphers

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "attributes": attributes}
	found := classic_weak_ciphers.deny with input.resources.aws_load_balancer_policy as [resource]
}

of(name, value) := {"policy_type_name": "SSLNegotiationPolicyType", "policy_attribute": [{"name": name, "value": value}]}

test_weak_ones if {
	every name in ["RC4-SHA", "ECDHE-RSA-RC4-SHA", "DES-CBC3-SHA", "EDH-RSA-DES-CBC-SHA", "EXP-RC4-MD5", "ADH-AES128-SHA", "RC2-CBC-MD5"] {
		paths(of(name, "true")) == {["policy_attribute", 0, "value"]}
		paths(of(name, "false")) == set()
	}
}

test_others if {
	every name in ["ECDHE-RSA-AES128-GCM-SHA256", "AES256-SHA", "Protocol-TLSv1.2", "Server-Defined-Cipher-Order"] {
		paths(of(name, "true")) == set()
	}
	paths({"policy_type_name": "PublicKeyPolicyType", "policy_attribute": [{"name": "RC4-SHA", "value": "true"}]}) == set()
}

test_resource_of_its_own if {
	found := classic_weak_ciphers.deny with input.resources.aws_lb_ssl_negotiation_policy as [{
		"id": "x",
		"attributes": {"attribute": [{"name": "RC4-SHA", "value": "true"}]},
	}]
	{finding.message | some finding in found} == {"The policy takes the cipher RC4-SHA"}
}
