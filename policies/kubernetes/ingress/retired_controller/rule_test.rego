package policy.kubernetes.ingress.retired_controller_test

import data.lib.cluster
import data.policy.kubernetes.ingress.retired_controller as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "image": "registry.k8s.io/ingress-nginx/controller:v1.12.1"}]}) == {"Container \"web\" runs ingress-nginx, which gets no more fixes"}
	found({"containers": [{"name": "web", "image": "quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.30.0"}]}) == {"Container \"web\" runs ingress-nginx, which gets no more fixes"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "image": "nginx/nginx-ingress:4.0.0"}]}) == set()
	found({"containers": [{"name": "web", "image": "traefik:v3"}]}) == set()
}
