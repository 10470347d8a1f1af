package policy.kubernetes.pod.node_shell_test

import data.lib.cluster
import data.policy.kubernetes.pod.node_shell as rule

found(kind, rights, container) := violations if {
	shell := object.union({"name": "shell", "stdin": true, "tty": true}, container)
	pod := object.union({"containers": [shell]}, rights)
	all := {
		"Pod": cluster.made("Pod", "shell", {"spec": pod}),
		"Deployment": cluster.running("Deployment", "shell", {"app": "shell"}, pod),
	}
	violations := rule.deny with input as cluster.document([all[kind]], [])
}

test_denies if {
	some violation in found("Pod", {}, {"securityContext": {"privileged": true}})
	violation.message == "Container \"shell\" of this Pod is for work by hand, with rights over its node"
	violation.path == ["kind"]
	count(found("Pod", {"hostPID": true}, {})) == 1
	count(found("Pod", {"volumes": [{"name": "logs", "hostPath": {"path": "/var/log"}}]}, {})) == 1
}

test_allows if {
	count(found("Pod", {}, {})) == 0
	count(found("Deployment", {"hostPID": true}, {})) == 0
	count(found("Pod", {"hostPID": true}, {"stdin": false})) == 0
	count(found("Pod", {"hostPID": true}, {"tty": false})) == 0
}
