package policy.kubernetes.pod.host_pid_test

import data.lib.cluster
import data.policy.kubernetes.pod.host_pid as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostPID": true}) == {"Pods of this Deployment see the processes of the node they run on"}
	found({"hostPID": true, "containers": [confined, {"name": "web"}]}) == {"Pods of this Deployment see the processes of the node they run on"}
	found({"hostPID": "true"}) == {"Pods of this Deployment see the processes of the node they run on"}
}

test_allows if {
	found({}) == set()
	found({"hostPID": false}) == set()
	found({"shareProcessNamespace": true}) == set()
	found({"hostPID": true, "containers": [confined]}) == set()
}

confined := {"name": "exporter", "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}, "runAsUser": 65534}}
