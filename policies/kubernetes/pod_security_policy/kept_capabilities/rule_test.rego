package policy.kubernetes.pod_security_policy.kept_capabilities_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.kept_capabilities as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The policy does not make containers drop any capability"}
	found({"requiredDropCapabilities": []}) == {"The policy does not make containers drop any capability"}
}

test_allows if {
	found({"requiredDropCapabilities": ["ALL"]}) == set()
}
