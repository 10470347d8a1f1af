# METADATA
# title: DAX cluster is not encrypted in transit
# description: |
#   DAX is a cache in front of DynamoDB tables. Unless its endpoint uses TLS, what is read from and written to the
#   tables passes between the application and the cache in plain form. Whoever can listen inside the network, or
#   stand between the two ends, reads and changes what passes.
#
#   The endpoint gets TLS only when the cluster is made.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `cluster_endpoint_encryption_type` to `TLS`, and let clients use the `daxs://` address. An existing
#     cluster is replaced.
#   aliases: [CKV_AWS_239]
package policy.aws.dax.unencrypted_transit

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["cluster_endpoint_encryption_type"], "message": message} if {
	some cluster in input.resources.aws_dax_cluster
	message := setting.other(cluster.attributes, "cluster_endpoint_encryption_type", {"TLS"}, "NONE")
}
