package policy.kubernetes.workload.no_common_labels_test

import data.lib.cluster
import data.policy.kubernetes.workload.no_common_labels as rule

found(metadata) := messages if {
	document := cluster.document([object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"metadata": metadata})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The workload has no label of app.kubernetes.io/"}
}

test_allows if {
	found({"labels": {"app.kubernetes.io/name": "web"}}) == set()
}
