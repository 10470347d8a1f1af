# METADATA
# title: Identity may read every secret of the account
# description: |
#   Secrets Manager holds the passwords and keys of all applications of an account. Who may read every one has the
#   databases, the keys of other providers and what administrators put there.
#
#   An application needs its own secrets; their ARNs are known when its policy is written.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   aliases: [CKV_AWS_288, CKV_AWS_108]
#   profiles: [default, security]
#   remediation: >-
#     Name the secrets in `Resource`, or a prefix that they share: `arn:aws:secretsmanager:*:*:secret:app/*`. In the place
#     of SecretsManagerReadWrite, which is a policy of AWS, attach one of your own.
package policy.aws.iam.reads_every_secret

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
	message := sprintf("%s may read every secret (%s)", [identity.title(who), identity.shown(right)])
}

# `BatchGetSecretValue` alone reads nothing: each secret takes `GetSecretValue`, too.
actions := ["secretsmanager:GetSecretValue"]
