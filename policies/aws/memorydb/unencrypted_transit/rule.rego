# METADATA
# title: MemoryDB cluster is not encrypted in transit
# description: |
#   MemoryDB is a database that speaks the protocol of Redis. It uses TLS unless it is switched off; then keys,
#   values and passwords pass over the network in plain form. Whoever can listen inside the network, or stand
#   between the two ends, reads and changes what passes.
#
#   Without TLS the cluster knows no users either: whoever reaches its port may do everything.
# related_resources:
#   - https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `tls_enabled`, or set it to `true`. An existing cluster is replaced.
#   aliases: [CKV_AWS_202]
#   outweighs: [aws-memorydb-open-access]
package policy.aws.memorydb.unencrypted_transit

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["tls_enabled"], "message": message} if {
	some cluster in input.resources.aws_memorydb_cluster
	message := setting.turned_off(cluster.attributes, "tls_enabled")
}
