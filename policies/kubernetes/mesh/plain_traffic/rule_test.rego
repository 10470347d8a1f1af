package policy.kubernetes.mesh.plain_traffic_test

import data.policy.kubernetes.mesh.plain_traffic as rule

found(spec) := {violation.message | some violation in violations} if {
	violations := rule.deny with input.resources["PeerAuthentication.security.istio.io"] as [{"id": "p", "attributes": {"spec": spec}}]
}

test_denies if {
	found({"mtls": {"mode": "DISABLE"}}) == {"All pods of the namespace neither encrypt connections nor show who they are"}
	found({"mtls": {"mode": "DISABLE"}, "selector": {"matchLabels": {"app": "shop"}}}) == {"The pods that it selects neither encrypt connections nor show who they are"}
}

test_allows if {
	found({"mtls": {"mode": "STRICT"}}) == set()
	found({"mtls": {"mode": "PERMISSIVE"}}) == set()
	found({"mtls": {"mode": "STRICT"}, "portLevelMtls": {"8080": {"mode": "DISABLE"}}}) == set()
}
