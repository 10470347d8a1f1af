# METADATA
# title: Identity may put any version of its own policies in force
# description: |
#   A managed policy keeps up to five versions, and old ones often allow more: that is why they were replaced. Who
#   may choose the version in force of a policy that they have goes back to the widest.
#
#   Nothing in the configuration shows which old versions there are, since only the latest is written in it.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the policies that have to be changed, none of which the identity has itself, or leave
#     the action out.
package policy.aws.iam.escalation_default_version

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
	some right in identity.over_itself(who, actions)
	message := sprintf("%s may put any version of its own policies in force (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:SetDefaultPolicyVersion"]
