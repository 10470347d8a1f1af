# METADATA
# title: Service principal may give itself a whole subscription
# description: |
#   Owner and User Access Administrator of a subscription or management group may give every role in it to anybody. The
#   service principal that has one is no person: something signs in as it, and no federation is seen that would let a
#   pipeline do so without a secret.
#
#   Whoever finds that secret, in a variable of a pipeline or on a laptop, has the subscription, until the secret runs
#   out.
# related_resources:
#   - https://learn.microsoft.com/azure/role-based-access-control/best-practices
#   - https://learn.microsoft.com/entra/workload-id/workload-identity-federation
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Assign a role for the services that the principal works with, on a resource group. Where it has to give roles, add a
#     `condition` that names them, and let the pipeline sign in by an
#     `azuread_application_federated_identity_credential`.
package policy.azure.iam.privileged_service_principal

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may %s in the whole subscription", [azure.title(who), azure.worth(who, right)]),
} if {
	some who in azure.identities
	who.form in {"application", "service-principal"}
	count(who.trust) == 0
	not azure.is_program(who)
	some right in azure.privileged(who)
	gives_roles(who, right)
}

gives_roles(who, _) if who.power == "administrator"

gives_roles(_, right) if not right.sweeping
