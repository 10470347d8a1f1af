# METADATA
# title: Secret in Secrets Manager is not changed by itself
# description: |
#   Secrets Manager can change a password every so often, at the database and in the secret at once, so that one that
#   leaked without notice stops working.
#
#   It takes a function that knows how to change this kind of secret; AWS has such functions for databases.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_secretsmanager_secret_rotation` whose `secret_id` is this secret's `id`.
#   aliases: [CKV2_AWS_57]
package policy.aws.secretsmanager.without_rotation

import data.lib.graph

deny contains {
	"resource": secret.id,
	"path": [],
	"needs": graph.unresolved(secret, "aws_secretsmanager_secret_rotation", "secret_id"),
	"message": "No `aws_secretsmanager_secret_rotation` is set on the secret",
	"missing": "aws_secretsmanager_secret_rotation",
} if {
	some secret in input.resources.aws_secretsmanager_secret
	count(graph.referrers_via(secret, "aws_secretsmanager_secret_rotation", "secret_id")) == 0
}
