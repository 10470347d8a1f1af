package policy.kubernetes.pod.host_ipc_test

import data.lib.cluster
import data.policy.kubernetes.pod.host_ipc as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostIPC": true}) == {"Pods of this Deployment share memory with the programs of the node they run on"}
}

test_allows if {
	found({}) == set()
	found({"hostIPC": false}) == set()
}
