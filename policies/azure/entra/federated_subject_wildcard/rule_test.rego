package policy.azure.entra.federated_subject_wildcard_test

import data.policy.azure.entra.federated_subject_wildcard

count_of(kind, subject) := count(found) if {
	found := federated_subject_wildcard.deny with input.resources as {kind: [{"id": "c", "attributes": {"subject": subject}}]}
}

test_wildcards if {
	count_of("azuread_application_federated_identity_credential", "repo:example/*") == 1
	count_of("azurerm_federated_identity_credential", "system:serviceaccount:shop:*") == 1
}

test_plain_subjects if {
	count_of("azurerm_federated_identity_credential", "system:serviceaccount:shop:web") == 0
	count_of("other", "*") == 0
}
