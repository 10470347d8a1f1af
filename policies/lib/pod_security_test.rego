package lib.pod_security_test

import data.lib.pod_security

workload(pod, container) := {
	"path": ["spec"],
	"pod_spec": pod,
	"containers": [{"name": "c", "role": "container", "path": ["spec", "containers", 0], "spec": container}],
}

texts(pod, container, level) := {refusal.text | some refusal in pod_security.refused(workload(pod, container), level)}

safe := {"securityContext": {
	"allowPrivilegeEscalation": false,
	"runAsNonRoot": true,
	"seccompProfile": {"type": "RuntimeDefault"},
	"capabilities": {"drop": ["ALL"]},
}}

test_privileged_refuses_nothing if texts({"hostPID": true}, {}, "privileged") == set()

test_baseline_of_the_pod if {
	texts({"hostNetwork": true, "hostPID": "true"}, {}, "baseline") == {"hostNetwork is true", "hostPID is true"}
	texts({"volumes": [{"hostPath": {"path": "/"}}, {"emptyDir": {}}]}, {}, "baseline") == {"a directory of the node is mounted"}
	texts({"securityContext": {"sysctls": [{"name": "kernel.msgmax"}, {"name": "net.ipv4.tcp_syncookies"}]}}, {}, "baseline") == {"the sysctl kernel.msgmax is set"}
	texts({"securityContext": {"seccompProfile": {"type": "Unconfined"}}}, {}, "baseline") == {"seccompProfile is Unconfined"}
}

test_baseline_of_the_container if {
	every pair in [
		[{"securityContext": {"privileged": true}}, "it is privileged"],
		[{"securityContext": {"procMount": "Unmasked"}}, "procMount is not Default"],
		[{"securityContext": {"capabilities": {"add": ["NET_ADMIN", "CHOWN"]}}}, "the capability NET_ADMIN is added"],
		[{"ports": [{"hostPort": 80}, {"hostPort": 0}, {}]}, "the port 80 of the node is taken"],
		[{"securityContext": {"appArmorProfile": {"type": "Unconfined"}}}, "appArmorProfile is Unconfined"],
		[{"securityContext": {"seLinuxOptions": {"type": "spc_t", "level": "s0", "user": ""}}}, "the SELinux type is spc_t"],
		[{"securityContext": {"windowsOptions": {"hostProcess": true}}}, "it is a process of the node"],
	] {
		texts({}, pair[0], "baseline") == {pair[1]}
	}
	texts({}, {"securityContext": {"seLinuxOptions": {"type": "container_t"}}}, "baseline") == set()
	texts({}, {}, "baseline") == set()
}

test_restricted if {
	texts({}, safe, "restricted") == set()
	texts({}, {}, "restricted") == {
		"runAsNonRoot is not set as it has to be",
		"seccompProfile is not set as it has to be",
		"allowPrivilegeEscalation is not false",
		"not all capabilities are dropped",
	}
	texts({"volumes": [{"name": "x", "nfs": {}}, {"name": "y", "secret": {}}]}, safe, "restricted") == {"a volume is of the kind nfs"}
	texts({"securityContext": {"runAsUser": 0}}, safe, "restricted") == {"runAsUser is 0"}
	adding := object.union(safe, {"securityContext": {"capabilities": {"add": ["NET_BIND_SERVICE", "CHOWN"]}}})
	texts({}, adding, "restricted") == {"the capability CHOWN is added"}
}

test_the_pod_may_say_it_for_its_containers if {
	container := object.remove(safe.securityContext, ["runAsNonRoot", "seccompProfile"])
	pod := {"securityContext": {"runAsNonRoot": true, "seccompProfile": {"type": "Localhost"}}}
	texts(pod, {"securityContext": container}, "restricted") == set()
}

test_windows_has_no_settings_of_linux if {
	texts({"os": {"name": "windows"}, "securityContext": {"runAsNonRoot": true}}, {}, "restricted") == set()
}

test_a_user_namespace_lets_root_pass if {
	own := {"hostUsers": false}
	texts(own, object.union(safe, {"securityContext": {"runAsNonRoot": false, "runAsUser": 0}}), "restricted") == set()
	unmasked := object.union(safe, {"securityContext": {"procMount": "Unmasked"}})
	texts(own, unmasked, "baseline") == set()
	texts(own, unmasked, "restricted") == {"procMount is not Default"}
	texts({"hostUsers": true}, unmasked, "restricted") == {"procMount is not Default"}
}

test_root_rests_on_the_user_namespace if {
	refusals := pod_security.refused(workload({}, {"securityContext": {"procMount": "Unmasked", "runAsUser": 0}}), "restricted")
	{refusal.path[4] | some refusal in refusals; ["spec", "hostUsers"] in refusal.needs} == {"procMount", "runAsNonRoot", "runAsUser"}
}

test_false_of_the_pod_is_refused_although_no_container_has_it if {
	texts({"securityContext": {"runAsNonRoot": false}}, safe, "restricted") == {"runAsNonRoot is false"}
}

test_the_kubelet_asks_nobody_else if {
	every handler in [
		{"livenessProbe": {"httpGet": {"host": "10.0.0.1", "port": 80}}},
		{"readinessProbe": {"tcpSocket": {"host": "10.0.0.1", "port": 80}}},
		{"startupProbe": {"httpGet": {"host": "10.0.0.1", "port": 80}}},
		{"lifecycle": {"postStart": {"httpGet": {"host": "10.0.0.1", "port": 80}}}},
		{"lifecycle": {"preStop": {"tcpSocket": {"host": "10.0.0.1", "port": 80}}}},
	] {
		texts({}, handler, "baseline") == {"the kubelet is sent to 10.0.0.1"}
	}
	texts({}, {"livenessProbe": {"httpGet": {"host": "", "port": 80}}, "lifecycle": {"preStop": {"exec": {}}}}, "baseline") == set()
}

test_profiles_in_annotations if {
	prefix := "container.apparmor.security.beta.kubernetes.io/"
	annotations := {key: profile |
		some name, profile in {"a": "unconfined", "b": "", "c": "runtime/default", "d": "localhost/app"}
		key := concat("", [prefix, name])
	}
	pod := object.union(workload({}, {}), {"kind": "Pod", "index": 0, "labels_path": ["metadata", "labels"]})
	refusals := pod_security.refused(pod, "baseline") with input as {"resources": {"Pod": [{"attributes": {"metadata": {"annotations": annotations}}}]}}
	{[refusal.path, refusal.text] | some refusal in refusals} == {
		[["metadata", "annotations", concat("", [prefix, "a"])], "the AppArmor profile is unconfined"],
	}
}

test_images_may_be_mounted if texts({"volumes": [{"name": "x", "image": {"reference": "a"}}]}, safe, "restricted") == set()

test_selecting_nodes_does_not_say_windows if {
	"allowPrivilegeEscalation is not false" in texts({"nodeSelector": {"kubernetes.io/os": "windows"}}, {}, "restricted")
}
