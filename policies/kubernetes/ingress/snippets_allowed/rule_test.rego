package policy.kubernetes.ingress.snippets_allowed_test

import data.lib.cluster
import data.policy.kubernetes.ingress.snippets_allowed as rule

found(settings) := messages if {
	document := cluster.document([cluster.made("ConfigMap", "web", {"data": settings})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"allow-snippet-annotations": "true"}) == {"The ingress controller takes snippets from everybody who may make an Ingress"}
}

test_allows if {
	found({}) == set()
	found({"allow-snippet-annotations": "false"}) == set()
}
