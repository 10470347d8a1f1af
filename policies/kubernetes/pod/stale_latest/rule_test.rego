package policy.kubernetes.pod.stale_latest_test

import data.lib.cluster
import data.policy.kubernetes.pod.stale_latest as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "nginx:latest", "imagePullPolicy": "IfNotPresent"}]}) == {"Container \"web\" runs whatever its node has of \"nginx:latest\": imagePullPolicy is IfNotPresent"}
	found({"containers": [{"name": "web", "image": "localhost:5000/nginx", "imagePullPolicy": "Never"}]}) == {"Container \"web\" runs whatever its node has of \"localhost:5000/nginx\": imagePullPolicy is Never"}
}

test_allows if {
	found({"containers": [{"name": "web", "image": "nginx"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx:latest"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx:1", "imagePullPolicy": "Never"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx", "imagePullPolicy": "Always"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx@sha256:abc", "imagePullPolicy": "Never"}]}) == set()
	found({"containers": [{"name": "web", "image": "$(IMAGE)", "imagePullPolicy": "Never"}]}) == set()
}
