package policy.kubernetes.ingress.any_host_test

import data.lib.cluster
import data.policy.kubernetes.ingress.any_host as rule

paths(spec) := found if {
	document := cluster.document([cluster.made("Ingress", "shop", {"spec": spec})], [])
	found := {violation.path | some violation in rule.deny} with input as document
}

test_denies if {
	paths({"rules": [{"host": "shop.acme.io"}, {"http": {}}, {"host": ""}]}) == {["spec", "rules", 1, "host"], ["spec", "rules", 2, "host"]}
	paths({"defaultBackend": {"service": {"name": "shop"}}}) == {["spec", "defaultBackend"]}
	paths({"backend": {"serviceName": "shop"}}) == {["spec", "backend"]}
}

test_allows if {
	paths({"rules": [{"host": "shop.acme.io"}, {"host": "*.acme.io"}]}) == set()
	paths({}) == set()
}
