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

test_the_token_of_an_account_with_rights_is_used if {
	field := ["spec", "template", "spec", "serviceAccountName"]
	every pair in [["web", 0], ["default", 1]] {
		deployment := cluster.running("Deployment", "web", {"app": "web"}, {"serviceAccountName": pair[0]})
		account := cluster.made("ServiceAccount", pair[0], {})
		binding := cluster.made("RoleBinding", "web", {})
		id := sprintf("ServiceAccount/%s", [pair[0]])
		links := [["Deployment/web", field, id], ["RoleBinding/web", ["subjects", 0, "name"], id]]
		document := cluster.document([deployment, account, binding], links)
		found := rule.deny with input as document
		count(found) == pair[1]
	}
}
