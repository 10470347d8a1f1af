package policy.kubernetes.pod_security_policy.privileged_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.privileged as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"privileged": true}) == {"The policy allows privileged containers"}
	found({"privileged": "true"}) == {"The policy allows privileged containers"}
}

test_allows if {
	found({"privileged": false}) == set()
	found({}) == set()
}
