package policy.kubernetes.helm.tiller_test

import data.lib.cluster
import data.policy.kubernetes.helm.tiller as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "gcr.io/kubernetes-helm/tiller:v2.16.1"}]}) == {"Tiller is started from gcr.io/kubernetes-helm/tiller:v2.16.1"}
	found({"containers": [{"name": "web", "image": "tiller@sha256:a"}]}) == {"Tiller is started from tiller@sha256:a"}
}

test_allows if {
	found({"containers": [{"name": "web", "image": "ghcr.io/acme/tilled:1"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx"}]}) == set()
}

test_denies_its_labels if {
	every labels in [{"app": "helm"}, {"name": "tiller"}, {"app": "tiller"}] {
		count(rule.deny) == 1 with input as cluster.document([cluster.running("Deployment", "web", labels, {})], [])
	}
	labelled := object.union(cluster.running("Deployment", "web", {}, {}), {"metadata": {"labels": {"app": "helm"}}})
	count(rule.deny) == 1 with input as cluster.document([labelled], [])
}

test_denies_its_name if {
	found := rule.deny with input as cluster.document([cluster.running("Deployment", "tiller-deploy", {}, {})], [])
	{violation.message | some violation in found} == {"tiller-deploy is the name of Tiller"}
}
