package policy.kubernetes.pod_security_policy.added_capabilities_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.added_capabilities as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"allowedCapabilities": ["*"]}) == {"The policy lets containers have the capability *"}
	found({"defaultAddCapabilities": ["NET_ADMIN"]}) == {"The policy lets containers have the capability NET_ADMIN"}
}

test_allows if {
	found({}) == set()
	found({"allowedCapabilities": []}) == set()
}
