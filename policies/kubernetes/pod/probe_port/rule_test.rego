package policy.kubernetes.pod.probe_port_test

import data.lib.cluster
import data.policy.kubernetes.pod.probe_port as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "ports": [{"containerPort": 8080}], "readinessProbe": {"httpGet": {"port": 8081}}}]}) == {"readinessProbe of container \"web\" asks port 8081, which is not listed"}
	found({"containers": [{"name": "web", "ports": [{"name": "http", "containerPort": 8080}], "startupProbe": {"tcpSocket": {"port": "https"}}}]}) == {"startupProbe of container \"web\" asks port https, which is not listed"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "readinessProbe": {"httpGet": {"port": 8081}}}]}) == set()
	found({"containers": [{"name": "web", "ports": [{"name": "http", "containerPort": 8080}], "readinessProbe": {"httpGet": {"port": "http"}}, "livenessProbe": {"tcpSocket": {"port": 8080}}}]}) == set()
	found({"containers": [{"name": "web", "ports": [{"name": "http", "containerPort": 8080}], "livenessProbe": {"exec": {"command": ["true"]}}}]}) == set()
}
