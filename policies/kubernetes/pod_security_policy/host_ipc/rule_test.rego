package policy.kubernetes.pod_security_policy.host_ipc_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.host_ipc as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostIPC": true}) == {"The policy lets pods share memory with the programs of their node"}
	found({"hostIPC": "true"}) == {"The policy lets pods share memory with the programs of their node"}
}

test_allows if {
	found({"hostIPC": false}) == set()
	found({}) == set()
}
