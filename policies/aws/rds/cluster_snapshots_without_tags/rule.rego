# METADATA
# title: Snapshots of a database cluster do not get its tags
# description: |
#   Tags say whose a database is and what it is for. Rights, cost reports and rules that clean up go by them. A
#   snapshot holds the same data as its cluster; without the tags it falls out of all of these.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-16
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `copy_tags_to_snapshot` to `true`.
#   aliases: [CKV_AWS_313]
package policy.aws.rds.cluster_snapshots_without_tags

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["copy_tags_to_snapshot"], "message": message} if {
	some cluster in input.resources.aws_rds_cluster
	message := setting.off(cluster.attributes, "copy_tags_to_snapshot")
}
