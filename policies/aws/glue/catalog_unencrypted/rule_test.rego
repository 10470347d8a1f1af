package policy.aws.glue.catalog_unencrypted_test

import data.policy.aws.glue.catalog_unencrypted

findings(attributes) := found if {
	found := catalog_unencrypted.deny with input.resources as {"aws_glue_data_catalog_encryption_settings": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings({"data_catalog_encryption_settings": [{"encryption_at_rest": [{"catalog_encryption_mode": "DISABLED"}], "connection_password_encryption": [{"return_connection_password_encrypted": true}]}]}) == {{
		"resource": "a",
		"path": ["data_catalog_encryption_settings", 0, "encryption_at_rest", 0, "catalog_encryption_mode"],
		"message": "`catalog_encryption_mode` is `DISABLED`",
	}}
	findings({"data_catalog_encryption_settings": [{"encryption_at_rest": [{"catalog_encryption_mode": "SSE-KMS"}], "connection_password_encryption": [{"return_connection_password_encrypted": false}]}]}) == {{
		"resource": "a",
		"path": ["data_catalog_encryption_settings", 0, "connection_password_encryption", 0, "return_connection_password_encrypted"],
		"message": "`return_connection_password_encrypted` is `false`",
	}}
}

test_on if {
	findings({"data_catalog_encryption_settings": [{"encryption_at_rest": [{"catalog_encryption_mode": "SSE-KMS"}], "connection_password_encryption": [{"return_connection_password_encrypted": true}]}]}) == set()
}
