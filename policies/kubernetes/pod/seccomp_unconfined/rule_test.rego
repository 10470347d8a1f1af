package policy.kubernetes.pod.seccomp_unconfined_test

import data.lib.cluster
import data.policy.kubernetes.pod.seccomp_unconfined as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"seccompProfile": {"type": "Unconfined"}}}]}) == {"Container \"web\" may call every part of the kernel: its seccomp profile is Unconfined"}
	found({"containers": [{"name": "web"}], "securityContext": {"seccompProfile": {"type": "Unconfined"}}}) == {"Pods of this Deployment may call every part of the kernel: their seccomp profile is Unconfined"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}]}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"seccompProfile": {"type": "Localhost"}}}) == set()
	found({"containers": [{"name": "web", "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}], "securityContext": {"seccompProfile": {"type": "Unconfined"}}}) == set()
}
