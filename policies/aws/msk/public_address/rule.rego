# METADATA
# title: Kafka cluster has public addresses
# description: |
#   With public access the brokers of a Kafka cluster have addresses that the whole internet can reach. What then
#   keeps strangers out is the firewall, its security groups, and how clients prove who they are.
#
#   Applications inside the network reach the brokers without.
# related_resources:
#   - https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `public_access`, or set its `type` to `DISABLED`.
#   aliases: [CKV_AWS_291]
package policy.aws.msk.public_address

import data.lib.setting

deny contains {"resource": cluster.id, "path": path, "message": message} if {
	some cluster in input.resources.aws_msk_cluster
	brokers := setting.block(cluster.attributes, "broker_node_group_info")
	access := setting.block(setting.block(brokers, "connectivity_info"), "public_access")
	message := setting.other(access, "type", {"DISABLED"}, "DISABLED")
	path := ["broker_node_group_info", 0, "connectivity_info", 0, "public_access", 0, "type"]
}
