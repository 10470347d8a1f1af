package policy.kubernetes.workload.other_namespace_test

import data.lib.cluster
import data.policy.kubernetes.workload.other_namespace as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {"containers": [{"name": "cart", "envFrom": [{"configMapRef": {"name": "cart"}}]}]})

config(more) := cluster.made("ConfigMap", "cart", object.union({"metadata": {"namespace": "default"}}, more))

test_it_is_elsewhere if {
	messages([deployment, config({})], []) == {`ConfigMap "cart" is in namespace "default", not in "shop" where the pod is`}
}

test_silent if {
	found([deployment], []) == set()
	found([deployment, config({"metadata": {"namespace": ""}})], []) == set()
	found([deployment, config({"metadata": {"annotations": {"reflector.v1.k8s.emberstack.com/reflects": "x"}}})], []) == set()
	found([deployment, config({}), cluster.made("helm_release", "shop", {})], []) == set()
}

test_doubt_where_names_or_annotations_are_unclear if {
	every unclear in [config({"unknown": [["metadata", "annotations"]]}), cluster.made("ConfigMap", "other", {"unknown": [["metadata", "name"]]})] {
		violations := found([deployment, unclear], [])
		count([need | some violation in violations; some need in violation.needs; need.resource != "Deployment/cart"]) > 0
	}
}
