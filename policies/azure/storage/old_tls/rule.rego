# METADATA
# title: Storage account accepts TLS versions that are broken
# description: |
#   TLS encrypts the way between a program and its storage. Versions 1.0 and 1.1 rest on ciphers and checksums that no
#   longer hold, and browsers and standards have given them up.
#
#   An attacker on the way can push a client down to such a version and then attack the weak encryption. A floor of
#   TLS 1.2 takes the choice away.
# related_resources:
#   - https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version
#   - https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/3.0-upgrade-guide
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `min_tls_version` to `TLS1_2`. From version 3 of the provider on that is the default.
#   aliases: [CKV_AZURE_44, AZU-0011, AZU-0059]
#   compliance: {cis-azure-1.5: ["3.15"]}
package policy.azure.storage.old_tls

deny contains {
	"resource": account.id,
	"path": ["min_tls_version"],
	"message": sprintf("`min_tls_version` is `%s`", [account.attributes.min_tls_version]),
} if {
	some account in input.resources.azurerm_storage_account
	account.attributes.min_tls_version in {"TLS1_0", "TLS1_1"}
}

# Up to version 2 of the provider the default was TLS 1.0. No later version knows `allow_blob_public_access`.
deny contains {
	"resource": account.id,
	"path": ["min_tls_version"],
	"message": "`min_tls_version` is not set, and the default of this version of the provider is TLS 1.0",
} if {
	some account in input.resources.azurerm_storage_account
	names := object.keys(account.attributes)
	"allow_blob_public_access" in names
	not "min_tls_version" in names
}
