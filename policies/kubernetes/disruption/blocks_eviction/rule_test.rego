package policy.kubernetes.disruption.blocks_eviction_test

import data.lib.cluster
import data.policy.kubernetes.disruption.blocks_eviction as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

budget(spec) := cluster.made("PodDisruptionBudget", "cart", {"apiVersion": "policy/v1", "spec": object.union({"selector": {"matchLabels": {"app": "cart"}}}, spec)})

deployment(spec) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, {}), {"spec": spec})

links := [["PodDisruptionBudget/cart", ["spec", "selector"], "Deployment/cart"]]

test_none_may_ever_be_away if {
	messages([budget({"maxUnavailable": 0})], []) == {"maxUnavailable is 0: no pod may be evicted, so draining its node never ends"}
	messages([budget({"maxUnavailable": "0%"})], []) == {"maxUnavailable is 0%: no pod may be evicted, so draining its node never ends"}
	messages([budget({"minAvailable": "100%"})], []) == {"minAvailable is 100%: no pod may be evicted, so draining its node never ends"}
}

test_as_many_as_there_are if {
	every pair in [[1, {}], ["1", {"replicas": 1}], [3, {"replicas": 3}], ["67%", {"replicas": 3}], ["50%", {}]] {
		count(messages([budget({"minAvailable": pair[0]}), deployment(pair[1])], links)) == 1
	}
	messages([budget({"minAvailable": 1}), deployment({})], links) == {
		`minAvailable is 1 and the pods that it covers in namespace "shop" are 1 at the fewest: none of them may be evicted, so draining its node never ends`,
	}
	pod := cluster.made("Pod", "cart", {"spec": {"containers": []}})
	count(messages([budget({"minAvailable": 1}), pod], [["PodDisruptionBudget/cart", ["spec", "selector"], "Pod/cart"]])) == 1
}

test_silent if {
	every pair in [[1, {"replicas": 2}], ["50%", {"replicas": 2}], ["66%", {"replicas": 3}], [1, {"replicas": 0}]] {
		found([budget({"minAvailable": pair[0]}), deployment(pair[1])], links) == set()
	}
	found([budget({"maxUnavailable": 1}), deployment({})], links) == set()
	found([budget({"maxUnavailable": "10%"}), deployment({})], links) == set()
	found([budget({"minAvailable": 1}), deployment({})], []) == set()
	agent := cluster.running("DaemonSet", "agent", {"app": "cart"}, {})
	found([budget({"minAvailable": 1}), agent], [["PodDisruptionBudget/cart", ["spec", "selector"], "DaemonSet/agent"]]) == set()
}

test_doubt_where_labels_are_unclear if {
	unclear := object.union(deployment({}), {"unknown": [["spec", "template", "metadata", "labels"]]})
	count(found([budget({"minAvailable": 1}), unclear], [])) == 1
}
