package policy.kubernetes.pod.volume_kinds_test

import data.lib.cluster
import data.policy.kubernetes.pod.volume_kinds as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"volumes": [{"name": "data", "nfs": {"server": "10.0.0.1", "path": "/"}}]}) == {"Volume \"data\" is of the kind nfs"}
}

test_allows if {
	found({}) == set()
	found({"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}, {"name": "x"}]}) == set()
}
