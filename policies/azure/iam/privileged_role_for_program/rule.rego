# METADATA
# title: Program has a privileged role for a whole subscription
# description: |
#   Owner, Contributor and User Access Administrator of a subscription or management group may read, change and delete
#   what is in it, or make themselves able to. They are meant for the few people who set it up.
#
#   Here a program has one: its managed identity gives out tokens without a password, so whoever finds a way into the
#   program, its image or a library of it has the subscription.
# related_resources:
#   - https://learn.microsoft.com/azure/role-based-access-control/best-practices
#   - https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Assign a role for the service that the program uses, on the resource group or the single resource.
package policy.azure.iam.privileged_role_for_program

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": array.concat(
		identity.evidence([right]),
		[{"resource": holder.id, "path": holder.via, "note": "runs as the identity"} | some holder in who.holders],
	),
	"message": sprintf("%s may %s in the whole subscription", [azure.title(who), azure.worth(who, right)]),
} if {
	some who in azure.programs
	not faces_the_internet(who)
	some right in azure.privileged(who)
}

# That is another rule's subject, and worse.
faces_the_internet(who) if {
	some holder in who.holders
	reached := azure.exposed[holder.id]
	reached.standing == "open"
	count(reached.unknown) == 0
}
