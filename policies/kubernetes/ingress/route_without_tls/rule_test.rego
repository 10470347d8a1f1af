package policy.kubernetes.ingress.route_without_tls_test

import data.policy.kubernetes.ingress.route_without_tls as rule

found(spec) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as {"resources": {"Route.route.openshift.io": [{"id": "r", "attributes": {"spec": spec}}]}}
}

test_denies if {
	found({"to": {"kind": "Service", "name": "shop"}}) == {"The route is served over HTTP alone"}
	found({"tls": {"termination": "edge", "insecureEdgeTerminationPolicy": "Allow"}}) == {"The route is served over HTTP as well"}
}

test_allows if {
	found({"tls": {"termination": "edge"}}) == set()
	found({"tls": {"termination": "reencrypt", "insecureEdgeTerminationPolicy": "Redirect"}}) == set()
	count(rule.deny) == 0 with input as {"resources": {}}
}
