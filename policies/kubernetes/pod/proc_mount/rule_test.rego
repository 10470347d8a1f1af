package policy.kubernetes.pod.proc_mount_test

import data.lib.cluster
import data.policy.kubernetes.pod.proc_mount as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"procMount": "Unmasked"}}]}) == {"Container \"web\" has /proc mounted Unmasked"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"procMount": "Default"}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"procMount": ""}}]}) == set()
	found({"hostUsers": false, "containers": [{"name": "web", "securityContext": {"procMount": "Unmasked"}}]}) == set()
}
