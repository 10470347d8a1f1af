package policy.google.bigquery.public_dataset_test

import data.policy.google.bigquery.public_dataset as rule

found(resources) := violations if {
	violations := rule.deny with input as {"resources": resources}
}

test_denies_everyone if {
	count(found({"google_bigquery_dataset": [{"id": "d", "attributes": {"access": [{"special_group": "allAuthenticatedUsers"}]}}]})) == 1
	count(found({"google_bigquery_dataset_access": [{"id": "a", "attributes": {"iam_member": "allUsers"}}]})) == 1
}

test_allows_others if {
	count(found({"google_bigquery_dataset_access": [{"id": "a", "attributes": {"special_group": "projectReaders"}}]})) == 0
}
