package policy.kubernetes.pod_security_policy.host_pid_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.host_pid as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostPID": true}) == {"The policy lets pods see the processes of their node"}
	found({"hostPID": "true"}) == {"The policy lets pods see the processes of their node"}
}

test_allows if {
	found({"hostPID": false}) == set()
	found({}) == set()
}
