package policy.kubernetes.pod.port_names_test

import data.lib.cluster
import data.policy.kubernetes.pod.port_names as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "ports": [{"name": "HTTP_port", "containerPort": 80}]}]}) == {"Container \"web\" has a port called \"HTTP_port\", which is no name for a port"}
	found({"containers": [{"name": "web", "ports": [{"name": "http", "containerPort": 80}, {"name": "http", "containerPort": 81}]}]}) == {"Container \"web\" has a second port with the name http"}
	found({"containers": [{"name": "web", "ports": [{"name": "a", "containerPort": 80}, {"name": "b", "containerPort": 80, "protocol": "TCP"}]}]}) == {"Container \"web\" has a second port with the containerPort 80"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "ports": [{"name": "dns", "containerPort": 53}, {"name": "dns-tcp", "containerPort": 53, "protocol": "UDP"}]}]}) == set()
	found({"containers": [{"name": "web", "ports": [{"containerPort": 80}, {"containerPort": 81}]}]}) == set()
}
