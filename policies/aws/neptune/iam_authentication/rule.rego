# METADATA
# title: Neptune cluster asks nobody who they are
# description: |
#   Neptune knows no passwords: whoever reaches its port may read and change the whole graph, unless requests have
#   to be signed by an IAM identity. The network is then the only thing between the data and every machine in it.
#
#   Clients have to sign their requests, which drivers do for them.
# related_resources:
#   - https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Set `iam_database_authentication_enabled` to `true`, and give clients the rights `neptune-db:*` that they
#     need.
#   aliases: [CKV_AWS_359]
package policy.aws.neptune.iam_authentication

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["iam_database_authentication_enabled"], "message": message} if {
	some cluster in input.resources.aws_neptune_cluster
	message := setting.off(cluster.attributes, "iam_database_authentication_enabled")
}
