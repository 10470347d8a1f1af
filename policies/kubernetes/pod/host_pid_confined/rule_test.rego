package policy.kubernetes.pod.host_pid_confined_test

import data.lib.cluster
import data.policy.kubernetes.pod.host_pid_confined as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

confined := {"name": "exporter", "securityContext": {"allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}, "runAsUser": 65534}}

test_denies if {
	found({"hostPID": true, "containers": [confined]}) == {"Pods of this Deployment see the processes of the node they run on, without rights over them"}
}

test_allows if {
	found({"containers": [confined]}) == set()
	found({"hostPID": true, "containers": []}) == set()
	found({"hostPID": true, "containers": [confined, {"name": "web"}]}) == set()
}
