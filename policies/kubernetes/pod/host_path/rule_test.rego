package policy.kubernetes.pod.host_path_test

import data.lib.cluster
import data.policy.kubernetes.pod.host_path as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"volumes": [{"name": "tmp", "emptyDir": {}}, {"name": "logs", "hostPath": {"path": "/var/log"}}]}) == {"Volume \"logs\" is /var/log of the node"}
	found({"volumes": [{"name": "logs", "hostPath": {}}]}) == {"Volume \"logs\" is a directory of the node"}
}

test_allows if {
	found({}) == set()
	found({"volumes": [{"name": "tmp", "emptyDir": {}}]}) == set()
}
