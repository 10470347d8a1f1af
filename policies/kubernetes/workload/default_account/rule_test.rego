package policy.kubernetes.workload.default_account_test

import data.lib.cluster
import data.policy.kubernetes.workload.default_account as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Pods of this Deployment run as the service account that all share which name none"}
	found({"serviceAccountName": "default"}) == {"Pods of this Deployment run as the service account that all share which name none"}
}

test_allows if {
	found({"serviceAccountName": "web"}) == set()
	found({"serviceAccount": "web"}) == set()
}
