package policy.kubernetes.pod_security_policy.privilege_escalation_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.privilege_escalation as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"allowPrivilegeEscalation": true}) == {"The policy lets processes gain more rights than they began with"}
	found({"allowPrivilegeEscalation": "true"}) == {"The policy lets processes gain more rights than they began with"}
	found({}) == {"The policy lets processes gain more rights than they began with"}
}

test_allows if {
	found({"allowPrivilegeEscalation": false}) == set()
}
