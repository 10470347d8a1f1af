package policy.kubernetes.pod.same_probes_test

import data.lib.cluster
import data.policy.kubernetes.pod.same_probes as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "livenessProbe": {"tcpSocket": {"port": 80}}, "readinessProbe": {"tcpSocket": {"port": 80}}}]}) == {"Container \"web\" is restarted whenever it is not ready: both probes are the same"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "livenessProbe": {"tcpSocket": {"port": 80}}}]}) == set()
	found({"containers": [{"name": "web", "livenessProbe": {"tcpSocket": {"port": 80}, "failureThreshold": 30}, "readinessProbe": {"tcpSocket": {"port": 80}}}]}) == set()
}
