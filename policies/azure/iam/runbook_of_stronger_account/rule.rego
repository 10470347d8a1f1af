# METADATA
# title: Identity may write runbooks of an automation account that acts as a stronger identity
# description: |
#   A runbook is a script that an automation account runs as its managed identity. Whoever may write runbooks decides
#   what that is.
#
#   Here the account's identity may do everything, or enough to get there.
# related_resources:
#   - https://learn.microsoft.com/azure/automation/automation-role-based-access-control
#   - https://learn.microsoft.com/azure/automation/enable-managed-identity-for-automation
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the automation account's identity the rights that its runbooks need, or let the identity start runbooks
#     only (Automation Operator).
package policy.azure.iam.runbook_of_stronger_account

import data.lib.azure
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": azure.needs(right),
	"evidence": identity.evidence([right]),
	"message": sprintf("%s may write runbooks that run as a stronger identity (%s)", [azure.title(who), identity.shown(right)]),
} if {
	some who in azure.identities
	some right in azure.gaining(who, actions)
}

actions := ["Microsoft.Automation/automationAccounts/runbooks/write"]
