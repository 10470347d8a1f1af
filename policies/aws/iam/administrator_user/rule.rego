# METADATA
# title: User with a permanent login may do everything
# description: |
#   AdministratorAccess allows every action of every service. This user has it, by itself or through a group, and with it
#   an access key or a password for the console. Neither ends: a key that somebody finds in a file, a log or on a laptop
#   is good until somebody takes it away.
#
#   Whoever has it owns the account. A second factor, which a policy can ask for, would stop them.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Let people sign in through IAM Identity Center, and programs act as a role, with rights that last for hours. Where
#     the user has to stay, give it what it needs, and a policy that denies everything unless
#     `aws:MultiFactorAuthPresent` is `true`.
#   aliases: [CKV_AWS_274]
#   covers: [aws-iam-administrator-access]
package policy.aws.iam.administrator_user

import data.lib.graph
import data.lib.identity
import data.lib.mfa

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(right.needs, array.concat(login.needs, mfa.doubts_of_user(user))),
	"evidence": array.concat(right.evidence, login.evidence),
	"message": sprintf("%s has %s, and a policy of AWS that allows everything", [user.address, login.what]),
} if {
	some who in input.identities
	some right in identity.everything_by_aws(who)
	who.kind == "aws_iam_user"
	user := input.resources.aws_iam_user[who.index]
	not mfa.asks(mfa.policies_of_user(user))
	some login in array.slice(array.concat(known(user), possible(user)), 0, 1)
}

known(user) := [{"what": what, "needs": needs, "evidence": [{"resource": login.id, "path": [], "note": what}]} |
	some kind, what in kinds
	some login in graph.referrers_via(user, kind, "user")
	not login.attributes.status == "Inactive"

	# A key may be switched off.
	needs := [{"resource": login.id, "path": ["status"]} | kind == "aws_iam_access_key"]
]

# It is not known whose these are.
possible(user) := [{"what": "a login", "needs": needs, "evidence": []} |
	needs := [need | some kind, _ in kinds; some need in graph.unresolved(user, kind, "user")]
	count(needs) > 0
]

kinds := {"aws_iam_access_key": "a permanent access key", "aws_iam_user_login_profile": "a password for the console"}
