package policy.kubernetes.helm.tiller_reachable_test

import data.lib.cluster
import data.policy.kubernetes.helm.tiller_reachable as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "gcr.io/kubernetes-helm/tiller:v2.16.1"}]}) == {"Tiller takes orders from every pod: no argument has it listen on localhost"}
	found({"containers": [{"name": "web", "image": "tiller", "args": ["--listen=0.0.0.0:44134"]}]}) == {"Tiller takes orders from every pod: no argument has it listen on localhost"}
}

test_allows if {
	found({"containers": [{"name": "web", "image": "tiller", "args": ["--listen=localhost:44134"]}]}) == set()
	found({"containers": [{"name": "web", "image": "tiller", "command": ["/tiller", "--listen=127.0.0.1:44134"]}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx"}]}) == set()
}

test_denies_its_service if {
	every pair in [["tiller", 1], ["web", 0]] {
		given := cluster.made("Service", "tiller-deploy", {"spec": {"selector": {"app": "helm", "name": pair[0]}}})
		count(rule.deny) == pair[1] with input as cluster.document([given], [])
	}
}

test_denies_its_service_by_its_labels if {
	every pair in [["helm", 1], ["web", 0]] {
		given := cluster.made("Service", "tiller-deploy", {"metadata": {"labels": {"app": pair[0], "name": "tiller"}}, "spec": {"selector": {"app": "x"}}})
		count(rule.deny) == pair[1] with input as cluster.document([given], [])
	}
}
