package policy.kubernetes.pod.sensitive_host_path_test

import data.lib.cluster
import data.policy.kubernetes.pod.sensitive_host_path as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "volumeMounts": [{"name": "root", "mountPath": "/host"}]}], "volumes": [{"name": "root", "hostPath": {"path": "/etc/kubernetes"}}]}) == {"Container \"web\" may write to /etc/kubernetes of the node"}
	found({"containers": [{"name": "web", "volumeMounts": [{"name": "root", "mountPath": "/host", "readOnly": false}]}], "volumes": [{"name": "root", "hostPath": {"path": "/"}}]}) == {"Container \"web\" may write to / of the node"}
}

test_denies_network_plugins_but_on_every_node if {
	pod := {"containers": [{"name": "web", "volumeMounts": [{"name": "bin", "mountPath": "/bin"}]}], "volumes": [{"name": "bin", "hostPath": {"path": "/opt/cni/bin"}}]}
	found(pod) == {"Container \"web\" may write to /opt/cni/bin of the node"}
	document := cluster.document([cluster.running("DaemonSet", "net", {"app": "net"}, pod)], [])
	denied := rule.deny with input as document
	count(denied) == 0
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "volumeMounts": [{"name": "root", "mountPath": "/host", "readOnly": true}]}], "volumes": [{"name": "root", "hostPath": {"path": "/etc/kubernetes"}}]}) == set()
	found({"containers": [{"name": "web", "volumeMounts": [{"name": "other", "mountPath": "/host"}]}], "volumes": [{"name": "root", "hostPath": {"path": "/etc/kubernetes"}}, {"name": "other", "hostPath": {"path": "/opt/data"}}]}) == set()
}
