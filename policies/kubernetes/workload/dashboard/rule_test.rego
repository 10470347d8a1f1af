package policy.kubernetes.workload.dashboard_test

import data.lib.cluster
import data.policy.kubernetes.workload.dashboard as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "docker.io/kubernetesui/dashboard:v2.7.0"}]}) == {"The dashboard is started from docker.io/kubernetesui/dashboard:v2.7.0"}
}

test_allows if {
	found({"containers": [{"name": "web", "image": "grafana/grafana:11"}]}) == set()
}

test_denies_its_labels if {
	every labels in [{"k8s-app": "kubernetes-dashboard"}, {"app": "kubernetes-dashboard"}] {
		count(rule.deny) == 1 with input as cluster.document([cluster.running("Deployment", "web", labels, {})], [])
	}
}
