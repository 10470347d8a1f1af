package policy.kubernetes.pod.frozen_registry_test

import data.lib.cluster
import data.policy.kubernetes.pod.frozen_registry as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "k8s.gcr.io/pause:3.2"}]}) == {"Container \"web\" runs k8s.gcr.io/pause:3.2, which is in a registry that gets no new images"}
	found({"containers": [{"name": "web", "image": "gcr.io/google_containers/echoserver:1.4"}]}) == {"Container \"web\" runs gcr.io/google_containers/echoserver:1.4, which is in a registry that gets no new images"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "image": "registry.k8s.io/pause:3.10"}]}) == set()
	found({"containers": [{"name": "web", "image": "gcr.io/acme/web:1"}]}) == set()
	found({"containers": [{"name": "web", "image": "mirror.acme.io/k8s.gcr.io/pause:3.2"}]}) == set()
}
