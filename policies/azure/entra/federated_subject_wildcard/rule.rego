# METADATA
# title: Subject of a federated credential has a wildcard
# description: |
#   The subject of a plain federated credential is compared letter by letter: a `*` in it is a star, and no token has
#   one. The sign-in that was meant does not work.
#
#   Where it is taken for a pattern after all, for a flexible credential, it may let in more than was meant.
# related_resources:
#   - https://learn.microsoft.com/entra/workload-id/workload-identity-federation
#   - https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Write one credential for each subject, or a flexible one whose expression names the owner and the repository.
#   aliases: [CKV_AZURE_249]
package policy.azure.entra.federated_subject_wildcard

deny contains {
	"resource": credential.id,
	"path": ["subject"],
	"message": sprintf("The subject `%s` is compared letter by letter, the `*` too", [credential.attributes.subject]),
} if {
	some kind in ["azuread_application_federated_identity_credential", "azurerm_federated_identity_credential"]
	some credential in input.resources[kind]
	contains(credential.attributes.subject, "*")
}
