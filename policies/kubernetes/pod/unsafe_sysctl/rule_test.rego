package policy.kubernetes.pod.unsafe_sysctl_test

import data.lib.cluster
import data.policy.kubernetes.pod.unsafe_sysctl as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web"}], "securityContext": {"sysctls": [{"name": "net.ipv4.tcp_syncookies", "value": "1"}, {"name": "kernel.msgmax", "value": "65536"}]}}) == {"In pods of this Deployment the sysctl kernel.msgmax is set, which Kubernetes does not count as safe"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"sysctls": []}}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"sysctls": [{"name": "net.ipv4.ip_local_port_range", "value": "1024 65535"}]}}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"sysctls": [{"name": "net/ipv4/tcp_syncookies", "value": "1"}]}}) == set()
}
