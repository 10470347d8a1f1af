package policy.kubernetes.pod.host_port_test

import data.lib.cluster
import data.policy.kubernetes.pod.host_port as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "ports": [{"containerPort": 80}, {"containerPort": 80, "hostPort": 8080}]}]}) == {"Container \"web\" takes port 8080 of its node"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "ports": [{"containerPort": 80, "hostPort": 0}]}]}) == set()
}
