package policy.kubernetes.pod.root_supplementary_group_test

import data.lib.cluster
import data.policy.kubernetes.pod.root_supplementary_group as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web"}], "securityContext": {"fsGroup": 0}}) == {"Volumes belong to the group of root: fsGroup is 0"}
	found({"containers": [{"name": "web"}], "securityContext": {"supplementalGroups": [100, 0]}}) == {"Containers run in the group of root: supplementalGroups has 0"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"fsGroup": 2000, "supplementalGroups": [100]}}) == set()
}
