package policy.kubernetes.workload.mounted_token_test

import data.lib.cluster
import data.policy.kubernetes.workload.mounted_token as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Pods of this Deployment get the token of their service account"}
	found({"automountServiceAccountToken": true}) == {"Pods of this Deployment get the token of their service account"}
}

test_allows if {
	found({"automountServiceAccountToken": false}) == set()
}

test_the_account_counts_too if {
	links := [["Deployment/web", ["spec", "template", "spec", "serviceAccountName"], "ServiceAccount/web"]]
	every pair in [[{}, 0], [{"automountServiceAccountToken": true}, 1]] {
		deployment := cluster.running("Deployment", "web", {"app": "web"}, object.union({"serviceAccountName": "web"}, pair[0]))
		account := cluster.made("ServiceAccount", "web", {"automountServiceAccountToken": false})
		document := cluster.document([deployment, account], links)
		found := rule.deny with input as document
		count(found) == pair[1]
	}
}
