package policy.kubernetes.workload.instance_label_test

import data.lib.cluster
import data.policy.kubernetes.workload.instance_label as rule

found(metadata) := messages if {
	document := cluster.document([object.union(cluster.running("Deployment", "web", {"app": "web"}, {}), {"metadata": metadata})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The label app.kubernetes.io/instance is not set"}
	found({"labels": {"app.kubernetes.io/instance": "other"}}) == {"The label app.kubernetes.io/instance is other"}
}

test_allows if {
	found({"labels": {"app.kubernetes.io/instance": "web"}}) == set()
}
