package policy.kubernetes.workload.never_restarted_test

import data.lib.cluster
import data.policy.kubernetes.workload.never_restarted as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"restartPolicy": "Never"}) == {"Containers of this Deployment are not started again when they fail"}
}

test_allows if {
	found({}) == set()
	found({"restartPolicy": "OnFailure"}) == set()
}
