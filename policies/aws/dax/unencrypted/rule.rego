# METADATA
# title: DAX cluster is not encrypted at rest
# description: |
#   DAX is a cache in front of DynamoDB tables; it also writes what it holds to disks of its own. DynamoDB encrypts
#   the tables in any case, but the copies in the cache lie in plain form unless the cluster asks for encryption.
#
#   Encryption costs nothing, but can only be chosen when the cluster is made.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add `server_side_encryption { enabled = true }`. An existing cluster is replaced.
#   aliases: [CKV_AWS_47, AWS-0023, AC_AWS_0375]
package policy.aws.dax.unencrypted

import data.lib.block

deny contains {"resource": cluster.id, "path": ["server_side_encryption", 0, "enabled"], "message": message} if {
	some cluster in input.resources.aws_dax_cluster
	message := block.off(cluster.attributes, "server_side_encryption", "enabled")
}
