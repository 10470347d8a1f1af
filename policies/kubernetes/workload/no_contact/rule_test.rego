package policy.kubernetes.workload.no_contact_test

import data.lib.cluster
import data.policy.kubernetes.workload.no_contact as rule

found(metadata) := messages if {
	document := cluster.document([object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"metadata": metadata})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The workload has no annotation email with an address"}
	found({"annotations": {"email": "nobody"}}) == {"The workload has no annotation email with an address"}
}

test_allows if {
	found({"annotations": {"email": "web@example.com"}}) == set()
}
