package policy.kubernetes.pod_security_policy.raw_packets_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.raw_packets as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The policy does not make containers drop NET_RAW"}
	found({"requiredDropCapabilities": ["CHOWN"]}) == {"The policy does not make containers drop NET_RAW"}
}

test_allows if {
	found({"requiredDropCapabilities": ["ALL"]}) == set()
	found({"requiredDropCapabilities": ["NET_RAW"]}) == set()
}
