package policy.kubernetes.service.external_addresses_test

import data.lib.cluster
import data.policy.kubernetes.service.external_addresses as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("Service", "web", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"externalIPs": ["203.0.113.7", "203.0.113.8"]}) == {"The Service takes what goes to 203.0.113.7, 203.0.113.8"}
}

test_allows if {
	found({}) == set()
	found({"externalIPs": []}) == set()
	found({"type": "ExternalName", "externalName": "a.b"}) == set()
}
