package lib.claims_test

import data.lib.claims
import data.lib.cluster

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {"volumes": [
	{"name": "data", "persistentVolumeClaim": {"claimName": "data"}},
	{"name": "config", "configMap": {"name": "cart"}},
]})

place := ["spec", "template", "spec", "volumes", 0, "persistentVolumeClaim", "claimName"]

single(modes, links) := found if {
	document := cluster.document([deployment, cluster.made("PersistentVolumeClaim", "data", {"spec": {"accessModes": modes}})], links)
	workload := document.workloads[0]
	found := claims.single(workload) with input as document
}

link := ["Deployment/cart", place, "PersistentVolumeClaim/data"]

test_modes_of_one_node if {
	[[claim.name, claim.path, claim.mode] | some claim in single(["ReadWriteOnce"], [link])] == [["data", place, "ReadWriteOnce"]]
	single(["ReadWriteOnce", "ReadOnlyMany"], [link]) == []
	single(["ReadWriteOnce"], []) == []
}

test_a_claim_without_a_known_name if {
	document := cluster.document([deployment, cluster.made("PersistentVolumeClaim", "x", {"unknown": [["metadata", "name"]]})], [])
	workload := document.workloads[0]
	found := claims.single(workload) with input as document
	[claim.mode | some claim in found] == ["unknown"]
}

unplaced(links) := [[claim.mode, claim.needs] | some claim in found] if {
	somewhere := object.union(deployment, {"unknown": [["metadata", "namespace"]]})
	document := cluster.document([somewhere, cluster.made("PersistentVolumeClaim", "data", {"spec": {"accessModes": ["ReadWriteOnce"]}})], links)
	workload := document.workloads[0]
	found := claims.single(workload) with input as document
}

test_a_namespace_that_is_not_known if {
	unplaced([link]) == [["ReadWriteOnce", []]]
	unplaced([]) == [["unknown", [{"resource": "Deployment/cart", "path": ["metadata", "namespace"]}]]]
}
