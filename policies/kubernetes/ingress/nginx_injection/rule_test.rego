package policy.kubernetes.ingress.nginx_injection_test

import data.lib.cluster
import data.policy.kubernetes.ingress.nginx_injection as rule

found(annotations) := messages if {
	document := cluster.document([cluster.made("Ingress", "web", {"metadata": {"annotations": annotations}})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"nginx.ingress.kubernetes.io/auth-url": "http://a/#;"}) == {"nginx.ingress.kubernetes.io/auth-url has a hash sign and a semicolon in it, which no address or name needs"}
	found({"nginx.ingress.kubernetes.io/auth-tls-match-cn": "CN=a|b"}) == {"nginx.ingress.kubernetes.io/auth-tls-match-cn has a bar in it, which no address or name needs"}
}

test_allows if {
	found({}) == set()
	found({"nginx.ingress.kubernetes.io/auth-url": "https://$host/oauth2/auth?a=b"}) == set()
	found({"nginx.ingress.kubernetes.io/rewrite-target": "/$1;"}) == set()
	found({"example.com/auth-url": "a;b"}) == set()
}
