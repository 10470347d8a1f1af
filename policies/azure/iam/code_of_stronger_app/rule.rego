# METADATA
# title: Identity may change the code of an app that acts as a stronger identity
# description: |
#   Whoever may publish to a web app, function app or logic app, read its publishing credentials or host keys, or
#   write its settings decides what runs in it. What runs there gets tokens of the app's managed identity.
#
#   Here that identity may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/azure/app-service/overview-managed-identity
#   - https://learn.microsoft.com/azure/app-service/deploy-configure-credentials
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the app's identity the rights that its code needs, or assign the role for the single apps that the identity
#     has to publish.
package policy.azure.iam.code_of_stronger_app

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may change the code of an app that acts as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := [
	"Microsoft.Web/sites/publish/action",
	"Microsoft.Web/sites/publishxml/action",
	"Microsoft.Web/sites/config/list/action",
	"Microsoft.Web/sites/config/write",
	"Microsoft.Web/sites/extensions/write",
	"Microsoft.Web/sites/functions/write",
	"Microsoft.Web/sites/host/listkeys/action",
	"Microsoft.Web/sites/hostruntime/host/action",
	"Microsoft.Web/sites/slots/config/list/action",
	"Microsoft.Web/sites/slots/publish/action",
	"Microsoft.Web/sites/slots/write",
	"Microsoft.Web/sites/sourcecontrols/write",
	"Microsoft.Web/sites/write",
]
