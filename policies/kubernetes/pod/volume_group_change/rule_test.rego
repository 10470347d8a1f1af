package policy.kubernetes.pod.volume_group_change_test

import data.lib.cluster
import data.policy.kubernetes.pod.volume_group_change as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"securityContext": {"fsGroup": 2000, "fsGroupChangePolicy": "Always"}, "volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]}) == {"Each start of these pods sets the group of every file to 2000"}
}

test_denies_a_policy_that_does_not_exist if {
	found({"securityContext": {"fsGroup": 2000, "fsGroupChangePolicy": "None"}}) == {"Kubernetes refuses these pods: there is no fsGroupChangePolicy None"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"fsGroup": 2000}}) == set()
	found({"securityContext": {"fsGroup": 2000, "fsGroupChangePolicy": "OnRootMismatch"}, "volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]}) == set()
	found({"securityContext": {"fsGroup": 2000}, "volumes": [{"name": "tmp", "emptyDir": {}}]}) == set()
}

test_denies_claims_of_a_stateful_set if {
	given := cluster.running("StatefulSet", "web", {"app": "web"}, {"securityContext": {"fsGroup": 2000}})
	count(rule.deny) == 1 with input as cluster.document([object.union(given, {"spec": {"volumeClaimTemplates": [{}]}})], [])
}
