package policy.kubernetes.workload.no_owner_test

import data.lib.cluster
import data.policy.kubernetes.workload.no_owner as rule

found(metadata) := messages if {
	document := cluster.document([object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"metadata": metadata})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The workload has no label owner"}
	found({"labels": {"app": "web"}}) == {"The workload has no label owner"}
}

test_allows if {
	found({"labels": {"owner": "web-team"}}) == set()
}
