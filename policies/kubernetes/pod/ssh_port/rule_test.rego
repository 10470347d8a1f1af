package policy.kubernetes.pod.ssh_port_test

import data.lib.cluster
import data.policy.kubernetes.pod.ssh_port as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "ports": [{"containerPort": 22}]}]}) == {"Container \"web\" listens on port 22, where SSH does"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "ports": [{"containerPort": 2222}, {"containerPort": 22, "protocol": "UDP"}]}]}) == set()
}

service(port) := messages if {
	document := cluster.document([cluster.made("Service", "web", {"spec": {"ports": [port]}})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies_services_that_send_there if {
	service({"port": 22}) == {"The Service sends to a port where SSH listens"}
	service({"port": 2222, "targetPort": 2222}) == {"The Service sends to a port where SSH listens"}
	service({"port": 22, "targetPort": 8022}) == set()
	service({"port": 80, "targetPort": "ssh"}) == set()
}
