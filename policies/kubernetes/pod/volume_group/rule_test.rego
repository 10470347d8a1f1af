package policy.kubernetes.pod.volume_group_test

import data.lib.cluster
import data.policy.kubernetes.pod.volume_group as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Volumes in pods of this Deployment belong to no group of theirs: fsGroup is not set"}
	found({"containers": [{"name": "web"}], "securityContext": {"fsGroup": 0}}) == {"Volumes in pods of this Deployment belong to no group of theirs: fsGroup is 0"}
}

test_allows if {
	found({"containers": [{"name": "web"}], "securityContext": {"fsGroup": 2000}}) == set()
	found({"os": {"name": "windows"}}) == set()
}
