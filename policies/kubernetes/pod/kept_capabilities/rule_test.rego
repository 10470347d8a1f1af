package policy.kubernetes.pod.kept_capabilities_test

import data.lib.cluster
import data.policy.kubernetes.pod.kept_capabilities as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Container \"web\" keeps the usual capabilities: capabilities.drop does not have ALL"}
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["NET_RAW"]}}}]}) == {"Container \"web\" keeps the usual capabilities: capabilities.drop does not have ALL"}
}

test_allows if {
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["ALL"]}}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["all"]}}}]}) == set()
	found({"os": {"name": "windows"}}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "NET_RAW", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"]}}}]}) == set()
}
