package policy.google.gke.client_certificate_test

import data.policy.google.gke.client_certificate as rule

found(attributes) := violations if {
	violations := rule.deny with input.resources.google_container_cluster as [{"id": "c", "attributes": attributes}]
}

signing(issued) := {"master_auth": [{"client_certificate_config": [{"issue_client_certificate": issued}]}]}

test_denies_certificates if {
	{violation.path | some violation in found(signing(true))} == {["master_auth", 0, "client_certificate_config", 0, "issue_client_certificate"]}
}

test_allows_none if {
	found({}) == set()
	found({"master_auth": [{}]}) == set()
	found(signing(false)) == set()
}
