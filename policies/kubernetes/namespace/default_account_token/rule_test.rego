package policy.kubernetes.namespace.default_account_token_test

import data.lib.cluster
import data.policy.kubernetes.namespace.default_account_token as rule

found(fields) := messages if {
	document := cluster.document([cluster.made("ServiceAccount", fields.name, fields.rest)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"name": "default", "rest": {}}) == {"Pods that name no service account get the token of this one"}
	found({"name": "default", "rest": {"automountServiceAccountToken": true}}) == {"Pods that name no service account get the token of this one"}
}

test_allows if {
	found({"name": "default", "rest": {"automountServiceAccountToken": false}}) == set()
	found({"name": "web", "rest": {}}) == set()
}
