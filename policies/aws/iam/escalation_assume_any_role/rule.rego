# METADATA
# title: Identity may assume every role that lets the account in
# description: |
#   `sts:AssumeRole` lets an identity act as a role. On all resources it covers every role, here and in other
#   accounts, whose trust policy leaves the choice to this account, as most of those for administrators do.
#
#   Whoever gets hold of the identity has the strongest of these roles.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` the roles that have to be assumed, or a name they share: `arn:aws:iam::*:role/deploy`.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.escalation_assume_any_role

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
	message := sprintf("%s may assume every role that trusts the account (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["sts:AssumeRole"]
