package policy.google.gke.legacy_authorization_test

import data.policy.google.gke.legacy_authorization as rule

messages(attributes) := {violation.message | some violation in violations} if {
	violations := rule.deny with input.resources.google_container_cluster as [{"id": "c", "attributes": attributes}]
}

test_denies if {
	messages({"enable_legacy_abac": true}) == {"`enable_legacy_abac` is `true`"}
}

test_allows if {
	messages({}) == set()
	messages({"enable_legacy_abac": false}) == set()
}
