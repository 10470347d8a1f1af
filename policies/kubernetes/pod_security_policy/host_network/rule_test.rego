package policy.kubernetes.pod_security_policy.host_network_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.host_network as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostNetwork": true}) == {"The policy lets pods use the network of their node"}
	found({"hostNetwork": "true"}) == {"The policy lets pods use the network of their node"}
}

test_allows if {
	found({"hostNetwork": false}) == set()
	found({}) == set()
}
