package policy.kubernetes.namespace.in_default_test

import data.lib.cluster
import data.policy.kubernetes.namespace.in_default as rule

found(metadata) := messages if {
	document := cluster.document([object.union(cluster.made("Service", "web", {}), {"metadata": metadata})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"namespace": "default"}) == {"This Service lies in the namespace default"}
	found({"namespace": ""}) == {"This Service lies in the namespace default, unless whoever applies it says another"}
}

test_allows if {
	found({"namespace": "shop"}) == set()
	found({"namespace": "default", "name": "kubernetes"}) == set()
}

test_allows_what_kubernetes_makes if {
	every pair in [["ServiceAccount", "default"], ["ConfigMap", "kube-root-ca.crt"], ["Endpoints", "kubernetes"], ["EndpointSlice", "kubernetes"]] {
		given := cluster.made(pair[0], pair[1], {"metadata": {"namespace": "default"}})
		count(rule.deny) == 0 with input as cluster.document([given], [])
	}
}
