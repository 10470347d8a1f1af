package policy.kubernetes.pod.readiness_probe_test

import data.lib.cluster
import data.policy.kubernetes.pod.readiness_probe as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Container \"web\" counts as ready as soon as it runs: it has no readiness probe"}
	found({"containers": [{"name": "web", "livenessProbe": {"tcpSocket": {"port": 80}}}]}) == {"Container \"web\" counts as ready as soon as it runs: it has no readiness probe"}
}

test_allows if {
	found({"containers": [{"name": "web", "readinessProbe": {"httpGet": {"path": "/", "port": 80}}}]}) == set()
	found({"restartPolicy": "Never"}) == set()
}

test_does_not_ask_jobs if {
	every kind in ["Job", "CronJob"] {
		count(rule.deny) == 0 with input as cluster.document([cluster.running(kind, "web", {}, {})], [])
	}
}

test_does_not_ask_init_containers if {
	count(rule.deny) == 0 with input as cluster.document([cluster.made("Pod", "web", {"spec": {"initContainers": [{"name": "wait"}]}})], [])
}
