# METADATA
# title: Machine that the internet reaches may change the whole subscription
# description: |
#   The internet reaches this machine or app, and its managed identity has the role of an owner or contributor of a
#   subscription or management group, or may give itself one.
#
#   Whoever runs a program on it asks for a token, without any password, and reads, changes and deletes what the
#   subscription holds.
# related_resources:
#   - https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/overview
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Assign a role with few rights on the resource group or the single resource that the program uses, instead of
#     this one.
package policy.azure.exposure.subscription_owner

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, right.needs),
	"evidence": array.concat(
		reached.stations,
		array.concat([{"resource": holder.id, "path": holder.via, "note": "runs as the identity"}], identity.evidence([right])),
	),
	"message": sprintf("The internet reaches %s, and its identity may %s in the subscription", [reached.kind, azure.worth(who, right)]),
} if {
	some who in azure.identities
	some holder in who.holders
	reached := azure.exposed[holder.id]
	some right in azure.privileged(who)
}

# What its identity may do is not known as a whole.
deny contains {
	"resource": who.id,
	"path": [],
	"needs": array.concat(reached.unknown, who.unknown),
	"message": sprintf("The internet reaches %s, and its identity may have all rights of the subscription", [reached.kind]),
} if {
	some who in azure.identities
	who.power == "ordinary"
	count(who.unknown) > 0
	some holder in who.holders
	reached := azure.exposed[holder.id]
}
