package policy.kubernetes.pod.selinux_options_test

import data.lib.cluster
import data.policy.kubernetes.pod.selinux_options as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"seLinuxOptions": {"type": "spc_t", "level": "s0"}}}]}) == {"Container \"web\" has the SELinux type spc_t"}
	found({"containers": [{"name": "web"}], "securityContext": {"seLinuxOptions": {"user": "system_u"}}}) == {"Pods of this Deployment have the SELinux user system_u"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"seLinuxOptions": {"type": "container_t"}}}]}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"seLinuxOptions": {"level": "s0:c1"}}}) == set()
}
