package policy.kubernetes.pod.deprecated_account_field_test

import data.lib.cluster
import data.policy.kubernetes.pod.deprecated_account_field as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"serviceAccount": "app"}) == {"The account \"app\" is named in serviceAccount, which is deprecated"}
	found({"serviceAccount": "app", "serviceAccountName": "other"}) == {"The account \"app\" is named in serviceAccount, which is ignored: serviceAccountName is \"other\""}
}

test_allows if {
	found({}) == set()
	found({"serviceAccountName": "app"}) == set()
	found({"serviceAccount": "app", "serviceAccountName": "app"}) == set()
	found({"serviceAccount": ""}) == set()
}
