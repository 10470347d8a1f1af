package policy.kubernetes.pod.volume_group_test

import data.lib.cluster
import data.policy.kubernetes.pod.volume_group as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

disk := [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]

test_denies if {
	found({"volumes": disk}) == {"Volumes in pods of this Deployment belong to no group of theirs: fsGroup is not set"}
	found({"volumes": disk, "securityContext": {"fsGroup": 0}}) == {"Volumes in pods of this Deployment belong to no group of theirs: fsGroup is 0"}
}

test_denies_claims_of_a_stateful_set if {
	store := cluster.made("StatefulSet", "store", {"spec": {
		"volumeClaimTemplates": [{"metadata": {"name": "data"}}],
		"template": {"spec": {"containers": [{"name": "store"}]}},
	}})
	document := cluster.document([store], [])
	count(rule.deny) == 1 with input as document
}

test_volumes_that_are_not_known if {
	place := ["spec", "template", "spec", "volumes"]
	web := object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"unknown": [place]})
	document := cluster.document([web], [])
	found := rule.deny with input as document
	{need | some violation in found; some need in violation.needs; need.path == place} == {{"resource": "Deployment/web", "path": place}}
}

test_allows if {
	found({"volumes": disk, "securityContext": {"fsGroup": 2000}}) == set()
	found({"volumes": disk, "os": {"name": "windows"}}) == set()
	found({}) == set()
	found({"volumes": [{"name": "cache", "emptyDir": {}}, {"name": "log", "hostPath": {"path": "/var/log"}}]}) == set()
}
