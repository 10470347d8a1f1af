package policy.kubernetes.ingress.nginx_snippet_test

import data.lib.cluster
import data.policy.kubernetes.ingress.nginx_snippet as rule

found(annotations) := messages if {
	document := cluster.document([cluster.made("Ingress", "web", {"metadata": {"annotations": annotations}})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"nginx.ingress.kubernetes.io/server-snippet": "return 200;"}) == {"The annotation nginx.ingress.kubernetes.io/server-snippet is pasted into the configuration of nginx"}
}

test_allows if {
	found({}) == set()
	found({"nginx.ingress.kubernetes.io/rewrite-target": "/"}) == set()
	found({"example.com/code-snippet": "x"}) == set()
}
