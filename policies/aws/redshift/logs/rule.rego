# METADATA
# title: Redshift cluster keeps no audit log
# description: |
#   The audit log of a Redshift cluster says who connected, who failed to, and how users were changed. Without it
#   nobody can tell after an incident what was read.
#
#   The log costs the space that it takes, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_redshift_logging` with the `cluster_identifier` of the cluster; before version 6 of the provider,
#     a block `logging { enable = true }` in the cluster.
#   aliases: [CKV_AWS_71, AC_AWS_0200]
package policy.aws.redshift.logs

import data.lib.attribute
import data.lib.graph
import data.lib.setting

deny contains {"resource": cluster.id, "path": ["logging", 0, "enable"], "needs": needs, "message": message, "missing": "aws_redshift_logging"} if {
	some cluster in input.resources.aws_redshift_cluster
	not attribute.is_true(setting.block(cluster.attributes, "logging").enable)
	count(graph.referrers_via(cluster, "aws_redshift_logging", "cluster_identifier")) == 0
	needs := graph.unresolved(cluster, "aws_redshift_logging", "cluster_identifier")
	message := "No `aws_redshift_logging` belongs to the cluster, and it has no `logging` that is enabled"
}
