package policy.kubernetes.pod.privileged_port_test

import data.lib.cluster
import data.policy.kubernetes.pod.privileged_port as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "ports": [{"containerPort": 8080}, {"containerPort": 443}]}]}) == {"Container \"web\" listens on port 443, which is for root"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "ports": [{"containerPort": 1024}]}]}) == set()
}
