package policy.kubernetes.service.node_port_test

import data.lib.cluster
import data.policy.kubernetes.service.node_port as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("Service", "web", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"type": "NodePort"}) == {"The Service takes a port on every node"}
}

test_allows if {
	found({}) == set()
	found({"type": "LoadBalancer"}) == set()
	found({"type": "ClusterIP"}) == set()
}
