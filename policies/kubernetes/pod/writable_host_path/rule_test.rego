package policy.kubernetes.pod.writable_host_path_test

import data.lib.cluster
import data.policy.kubernetes.pod.writable_host_path as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "volumeMounts": [{"name": "logs", "mountPath": "/logs"}, {"name": "tmp", "mountPath": "/tmp"}]}], "volumes": [{"name": "logs", "hostPath": {"path": "/var/log"}}, {"name": "tmp", "emptyDir": {}}]}) == {"Container \"web\" may write to /var/log of the node"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "volumeMounts": [{"name": "logs", "mountPath": "/logs", "readOnly": true}]}], "volumes": [{"name": "logs", "hostPath": {"path": "/var/log"}}]}) == set()
}
