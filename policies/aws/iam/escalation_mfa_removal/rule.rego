# METADATA
# title: Identity may take the second factor from stronger users
# description: |
#   A second factor keeps a stolen password from being enough. Who may deactivate the devices of other users takes
#   that protection from an administrator whose password has leaked.
#
#   Policies that let people manage their own devices are often written for all users.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `Resource` to `arn:aws:iam::*:user/${aws:username}` and require `aws:MultiFactorAuthPresent`.
package policy.aws.iam.escalation_mfa_removal

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
	some right in identity.over_stronger(who, ["iam:DeactivateMFADevice"])
	message := sprintf("%s may take the second factor from stronger users (%s)", [identity.title(who), identity.shown(right)])
}
