# METADATA
# title: Identity may read every parameter of the account
# description: |
#   Parameter Store holds the settings of all applications of an account, and many put passwords into it. Who may
#   read every one has all that are encrypted with a key they may use: the standard key may be used by the whole
#   account.
#
#   An application needs its own parameters, whose names usually begin alike.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   aliases: [CKV_AWS_288, CKV_AWS_108]
#   profiles: [strict, security]
#   remediation: >-
#     Name in `Resource` the parameters or a path that they share: `arn:aws:ssm:*:*:parameter/app/*`. In the place of
#     AmazonSSMFullAccess, which is a policy of AWS, attach one of your own.
package policy.aws.iam.reads_every_parameter

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
	is_listed(right)
	message := sprintf("%s may read every parameter (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"]

# Of policies of AWS those for all of Systems Manager. One that reads everything is chosen for that, and what machines have
# to have reads only parameters whose names they are told.
is_listed(right) if "Statement" in right.path

is_listed(right) if right.action == "ssm:*"
