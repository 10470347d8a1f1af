package lib.replicas_test

import data.lib.cluster
import data.lib.replicas

deployment(spec) := object.union(cluster.running("Deployment", "cart", {"app": "cart"}, {}), {"spec": spec})

autoscaler(spec) := cluster.made("HorizontalPodAutoscaler", "cart", {"spec": spec})

link(kind) := [sprintf("%s/cart", [kind]), ["spec", "scaleTargetRef", "name"], "Deployment/cart"]

fewest(objects, links) := number if {
	document := cluster.document(objects, links)
	resource := document.resources.Deployment[0]
	number := replicas.fewest(resource) with input as document
}

test_fewest if {
	fewest([deployment({})], []) == 1
	fewest([deployment({"replicas": "3"})], []) == 3
	fewest([deployment({"replicas": 3}), autoscaler({"minReplicas": 2})], [link("HorizontalPodAutoscaler")]) == 2
	fewest([deployment({"replicas": 3}), autoscaler({})], [link("HorizontalPodAutoscaler")]) == 1
	not fewest([deployment({"replicas": 3}), cluster.made("ScaledObject.keda.sh", "cart", {})], [link("ScaledObject.keda.sh")])
}

test_other_kinds_keep_no_number if {
	document := cluster.document([cluster.running("DaemonSet", "agent", {"app": "agent"}, {})], [])
	agent := document.resources.DaemonSet[0]
	not replicas.fewest(agent) with input as document
}

several(objects) if {
	document := cluster.document(objects, [])
	resource := document.resources.Deployment[0]
	replicas.are_several(resource) with input as document
}

test_several if {
	several([deployment({"replicas": 2})])
	not several([deployment({})])
	several([deployment({}), object.union(autoscaler({}), {"unknown": [["spec", "scaleTargetRef", "name"]]})])
}

test_who_decides if {
	document := cluster.document([deployment({}), autoscaler({})], [link("HorizontalPodAutoscaler")])
	resource := document.resources.Deployment[0]
	scalers := replicas.scalers(resource) with input as document
	scalers == [`the autoscaler "cart"`]
	needs := replicas.needs(resource) with input as document
	[need.path | some need in needs] == [["spec", "replicas"], ["spec", "minReplicas"]]
	unclear := cluster.document([deployment({}), object.union(autoscaler({}), {"unknown": [["spec"]]})], [])
	other := unclear.resources.Deployment[0]
	doubtful := replicas.scalers(other) with input as unclear
	doubtful == ["an autoscaler"]
}

growth(objects, links) := why if {
	document := cluster.document(objects, links)
	resource := document.resources.Deployment[0]
	why := replicas.growth(resource) with input as document
}

test_growth if {
	growth([deployment({})], []) == "their number is left open"
	growth([deployment({}), autoscaler({"maxReplicas": 5})], [link("HorizontalPodAutoscaler")]) == `the autoscaler "cart" starts more of them`
	growth([deployment({}), cluster.made("ScaledObject.keda.sh", "cart", {})], [link("ScaledObject.keda.sh")]) == `the autoscaler "cart" starts more of them`
}

test_growth_that_is_not_known if {
	growth([deployment({"replicas": 1}), object.union(autoscaler({}), {"unknown": [["spec", "scaleTargetRef", "name"]]})], []) == "an autoscaler may start more of them"
	document := cluster.document([deployment({}), autoscaler({})], [link("HorizontalPodAutoscaler")])
	resource := document.resources.Deployment[0]
	needs := replicas.growth_needs(resource) with input as document
	[need.path | some need in needs] == [["spec", "replicas"], ["spec", "minReplicas"], ["spec", "maxReplicas"]]
}

test_no_growth if {
	not growth([deployment({"replicas": 1})], [])
	not growth([deployment({"replicas": 3})], [])
	not growth([deployment({}), autoscaler({"minReplicas": 1, "maxReplicas": 1})], [link("HorizontalPodAutoscaler")])
	not growth([deployment({}), autoscaler({"minReplicas": 2, "maxReplicas": 5})], [link("HorizontalPodAutoscaler")])
	not growth([deployment({}), cluster.made("ScaledObject.keda.sh", "cart", {"spec": {"maxReplicaCount": 1}})], [link("ScaledObject.keda.sh")])
}
