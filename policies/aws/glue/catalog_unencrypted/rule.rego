# METADATA
# title: Glue data catalog is not encrypted
# description: |
#   The Glue data catalog knows where the data of a company lies and what is in it, and keeps the passwords of the
#   databases that it reads. Unless told otherwise it keeps both without a key of one's own in between, and hands
#   the passwords out in plain form to everyone who may read connections.
#
#   Encryption costs little more than the requests to the key.
# related_resources:
#   - https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
#   - https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `catalog_encryption_mode` to `SSE-KMS` and `return_connection_password_encrypted` to `true`, each with a
#     key.
#   aliases: [CKV_AWS_94]
package policy.aws.glue.catalog_unencrypted

import data.lib.setting

deny contains {"resource": catalog.id, "path": path, "message": message} if {
	some catalog in input.resources.aws_glue_data_catalog_encryption_settings
	at_rest := setting.block(setting.block(catalog.attributes, "data_catalog_encryption_settings"), "encryption_at_rest")
	message := setting.other(at_rest, "catalog_encryption_mode", {"SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"}, "DISABLED")
	path := ["data_catalog_encryption_settings", 0, "encryption_at_rest", 0, "catalog_encryption_mode"]
}

deny contains {"resource": catalog.id, "path": path, "message": message} if {
	some catalog in input.resources.aws_glue_data_catalog_encryption_settings
	settings := setting.block(catalog.attributes, "data_catalog_encryption_settings")
	passwords := setting.block(settings, "connection_password_encryption")
	message := setting.off(passwords, "return_connection_password_encrypted")
	path := [
		"data_catalog_encryption_settings",
		0,
		"connection_password_encryption",
		0,
		"return_connection_password_encrypted",
	]
}
