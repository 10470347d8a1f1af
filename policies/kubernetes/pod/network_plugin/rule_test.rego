package policy.kubernetes.pod.network_plugin_test

import data.lib.cluster
import data.policy.kubernetes.pod.network_plugin as rule

found(mount, directory) := found_in("DaemonSet", mount, directory)

found_in(kind, mount, directory) := violations if {
	pod := {
		"initContainers": [{"name": "install", "volumeMounts": [mount]}],
		"containers": [{"name": "agent"}],
		"volumes": [{"name": "bin", "hostPath": {"path": directory}}],
	}
	violations := rule.deny with input as cluster.document([cluster.running(kind, "net", {"app": "net"}, pod)], [])
}

test_denies if {
	some violation in found({"name": "bin", "mountPath": "/host/bin"}, "/opt/cni/bin/")
	violation.message == "Pods of this DaemonSet may replace the network plugins in /opt/cni/bin of their node"
	violation.path == ["spec", "template", "spec", "volumes", 0, "hostPath", "path"]
}

test_rests_on_the_mount if {
	some violation in found({"name": "bin", "mountPath": "/host/bin"}, "/opt/cni/bin")
	some need in violation.needs
	need.path == ["spec", "template", "spec", "initContainers", 0, "volumeMounts", 0, "readOnly"]
}

test_allows if {
	count(found({"name": "bin", "mountPath": "/host/bin", "readOnly": true}, "/opt/cni/bin")) == 0
	count(found({"name": "other", "mountPath": "/host/bin"}, "/opt/cni/bin")) == 0
	count(found({"name": "bin", "mountPath": "/host/bin"}, "/opt/data")) == 0
	count(found_in("Deployment", {"name": "bin", "mountPath": "/host/bin"}, "/opt/cni/bin")) == 0
}
