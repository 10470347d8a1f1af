# METADATA
# title: Neptune instance has a public address
# description: |
#   With a public address the host name of a database leads to it from the whole internet. What then keeps strangers
#   out is the firewall, its security groups, alone: one rule that is too wide, and anyone may query the graph, since
#   Neptune knows no passwords.
#
#   Applications inside the network reach the database without.
# related_resources:
#   - https://docs.aws.amazon.com/neptune/latest/userguide/neptune-public-endpoints.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `publicly_accessible`, or set it to `false`.
#   aliases: [CKV_AWS_102]
package policy.aws.neptune.public_address

import data.lib.setting

deny contains {"resource": instance.id, "path": ["publicly_accessible"], "message": message} if {
	some instance in input.resources.aws_neptune_cluster_instance
	message := setting.turned_on(instance.attributes, "publicly_accessible")
}
