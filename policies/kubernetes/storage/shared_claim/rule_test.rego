package policy.kubernetes.storage.shared_claim_test

import data.lib.cluster
import data.policy.kubernetes.storage.shared_claim as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

claim(modes) := cluster.made("PersistentVolumeClaim", "data", {"spec": {"accessModes": modes}})

uses(kind, spec) := object.union(
	cluster.running(kind, "cart", {"app": "cart"}, {"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]}),
	{"spec": spec},
)

link(kind) := [[sprintf("%s/cart", [kind]), ["spec", "template", "spec", "volumes", 0, "persistentVolumeClaim", "claimName"], "PersistentVolumeClaim/data"]]


test_several_pods_and_one_node if {
	messages([claim(["ReadWriteOnce"]), uses("Deployment", {"replicas": 2})], link("Deployment")) == {`2 pods share the claim "data", which is ReadWriteOnce`}
	messages([claim(["ReadWriteOncePod"]), uses("DaemonSet", {})], link("DaemonSet")) == {`The pods of all nodes share the claim "data", which is ReadWriteOncePod`}
}

test_silent if {
	found([claim(["ReadWriteOnce"]), uses("Deployment", {})], link("Deployment")) == set()
	found([claim(["ReadWriteOnce", "ReadWriteMany"]), uses("Deployment", {"replicas": 2})], link("Deployment")) == set()
	found([uses("Deployment", {"replicas": 2})], []) == set()
}
