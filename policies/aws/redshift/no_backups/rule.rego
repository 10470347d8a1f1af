# METADATA
# title: Redshift cluster keeps no automatic snapshots
# description: |
#   Redshift makes a snapshot of a cluster every few hours and keeps it for a day, unless that is switched off. Then
#   a wrong statement or a lost cluster destroys the data for good.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Set `automated_snapshot_retention_period` to the days that a mistake may stay unnoticed, or remove it.
#   aliases: [CKV_AWS_343]
package policy.aws.redshift.no_backups

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["automated_snapshot_retention_period"], "message": message} if {
	some cluster in input.resources.aws_redshift_cluster
	message := setting.below(cluster.attributes, "automated_snapshot_retention_period", 1, 1)
}
