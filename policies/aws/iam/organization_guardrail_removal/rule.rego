# METADATA
# title: Identity may remove the guardrails of the organisation
# description: |
#   Service control policies say what nobody in the accounts of an organisation may do: switching logs off,
#   leaving a region, touching what security keeps. Who may detach or change them, or take the account out of the
#   organisation, is free of them.
#
#   Apart from the pipeline that keeps the policies, nobody needs the right.
# related_resources:
#   - https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Leave these actions out, or name in `Resource` the policies that have to be kept.
package policy.aws.iam.organization_guardrail_removal

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.anywhere(who, actions)
	message := sprintf("%s may remove guardrails of the organisation (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["organizations:DeletePolicy", "organizations:DetachPolicy", "organizations:DisablePolicyType", "organizations:LeaveOrganization", "organizations:UpdatePolicy"]
