package policy.azure.storage.old_tls_test

import data.policy.azure.storage.old_tls

findings(attributes) := found if {
	found := old_tls.deny with input.resources.azurerm_storage_account as [{"id": "account", "attributes": attributes}]
}

test_old_versions if {
	findings({"min_tls_version": "TLS1_0"}) == {{
		"resource": "account",
		"path": ["min_tls_version"],
		"message": "`min_tls_version` is `TLS1_0`",
	}}
	count(findings({"min_tls_version": "TLS1_1"})) == 1
}

test_current_versions if {
	findings({"min_tls_version": "TLS1_2"}) == set()
	findings({"min_tls_version": "TLS1_3", "allow_blob_public_access": true}) == set()
}

test_defaults if {
	findings({}) == set()
	findings({"allow_nested_items_to_be_public": false}) == set()
	findings({"allow_blob_public_access": false}) == {{
		"resource": "account",
		"path": ["min_tls_version"],
		"message": "`min_tls_version` is not set, and the default of this version of the provider is TLS 1.0",
	}}
}
