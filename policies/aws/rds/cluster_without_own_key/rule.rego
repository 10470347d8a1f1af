# METADATA
# title: RDS cluster is not encrypted with a key of one's own
# description: |
#   A key of one's own has a policy that says who may use it, a record of each use, and can be withdrawn. A key that
#   AWS keeps for a service lets everyone use it who may use the service. It is a choice that costs a little for
#   each key.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` to the ARN of a key of your own. An existing cluster is replaced.
#   aliases: [CKV_AWS_327, AWS-0079]
package policy.aws.rds.cluster_without_own_key

import data.lib.kms

deny contains {"resource": cluster.id, "path": ["kms_key_id"], "message": message} if {
	some cluster in input.resources.aws_rds_cluster
	message := kms.not_own(cluster.attributes, "kms_key_id")
}
