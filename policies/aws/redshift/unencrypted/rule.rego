# METADATA
# title: Redshift cluster is not encrypted at rest
# description: |
#   Redshift is a data warehouse: what a company knows of its customers and sales is often all in one place there.
#   Without encryption at rest the data lies in plain form on disks that AWS manages, and in every backup and
#   snapshot of them. A snapshot that is shared by mistake can be read by who receives it.
#
#   Version 6 of the AWS provider encrypts clusters unless they say otherwise; before, nothing was encrypted that
#   did not ask for it. Switching encryption on costs nothing, but the cluster is read-only for a while.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encrypted` to `true`, and `kms_key_id` to use a key of your own.
#   aliases: [CKV_AWS_64, AWS-0084]
package policy.aws.redshift.unencrypted

import data.lib.provider
import data.lib.setting

deny contains {"resource": cluster.id, "path": ["encrypted"], "message": message} if {
	some cluster in input.resources.aws_redshift_cluster
	message := setting.turned_off(cluster.attributes, "encrypted")
}

# A cluster that is restored from a snapshot is encrypted as the snapshot is.
deny contains {"resource": cluster.id, "path": ["encrypted"], "needs": needs, "message": message} if {
	some cluster in input.resources.aws_redshift_cluster
	not "encrypted" in object.keys(cluster.attributes)
	every source in sources {
		setting.missing(cluster.attributes, source)
	}
	provider.older_than(cluster, "hashicorp/aws", 6)
	needs := [{"resource": cluster.id, "path": [source]} | some source in sources]
	message := "`encrypted` is not set, and the default is `false` before version 6 of the provider"
}

sources := ["snapshot_identifier", "snapshot_arn"]
