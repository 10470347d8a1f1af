package policy.kubernetes.pod.image_pull_policy_test

import data.lib.cluster
import data.policy.kubernetes.pod.image_pull_policy as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "nginx:1.27.3"}]}) == {"Container \"web\" is started from what its node has: imagePullPolicy is IfNotPresent, as for every tag but latest"}
	found({"containers": [{"name": "web", "image": "nginx:latest", "imagePullPolicy": "Never"}]}) == {"Container \"web\" is started from what its node has: imagePullPolicy is Never"}
}

test_allows if {
	found({"containers": [{"name": "web", "image": "nginx"}]}) == set()
	found({"containers": [{"name": "web", "image": "localhost:5000/nginx"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx:latest"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx:1.27.3", "imagePullPolicy": "Always"}]}) == set()
	found({"containers": [{"name": "web", "image": "nginx@sha256:abc"}]}) == set()
	found({"containers": [{"name": "web"}]}) == set()
}
