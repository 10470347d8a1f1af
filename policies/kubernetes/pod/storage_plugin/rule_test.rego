package policy.kubernetes.pod.storage_plugin_test

import data.lib.cluster
import data.policy.kubernetes.pod.storage_plugin as rule

found(kind, directory, propagation, privileged) := violations if {
	pod := {
		"containers": [{
			"name": "driver",
			"securityContext": {"privileged": privileged},
			"volumeMounts": [{"name": "pods", "mountPath": "/pods", "mountPropagation": propagation}],
		}],
		"volumes": [{"name": "pods", "hostPath": {"path": directory}}],
	}
	violations := rule.deny with input as cluster.document([cluster.running(kind, "disks", {"app": "disks"}, pod)], [])
}

test_denies if {
	some violation in found("DaemonSet", "/var/lib/kubelet/pods", "Bidirectional", true)
	violation.message == "Pods of this DaemonSet mount what they like below /var/lib/kubelet/pods of their node"
	violation.path == ["spec", "template", "spec", "volumes"]
	[place.path | some place in violation.evidence] == [
		["spec", "template", "spec", "containers", 0, "volumeMounts", 0, "mountPropagation"],
		["spec", "template", "spec", "containers", 0, "securityContext", "privileged"],
	]
}

test_allows if {
	count(found("Deployment", "/var/lib/kubelet/pods", "Bidirectional", true)) == 0
	count(found("DaemonSet", "/", "Bidirectional", true)) == 0
	count(found("DaemonSet", "/var/lib/kubelet/pods", "HostToContainer", true)) == 0
	count(found("DaemonSet", "/var/lib/kubelet/pods", "Bidirectional", false)) == 0
}
