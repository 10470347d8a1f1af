# METADATA
# title: Network access list belongs to no subnet
# description: |
#   A network access list filters what goes into and out of a subnet, once it is attached to one. This one is
#   attached to none: what it forbids is not forbidden, and the subnets have the list of their network that lets
#   everything through.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the subnets in `subnet_ids` or in an `aws_network_acl_association`, or remove the list.
#   aliases: [CKV2_AWS_1]
package policy.aws.vpc.unused_network_acl

import data.lib.graph
import data.lib.setting

deny contains {"resource": list.id, "path": ["subnet_ids"], "needs": needs, "message": message} if {
	some list in input.resources.aws_network_acl
	not setting.is_set(list.attributes, "subnet_ids")
	count(graph.referrers_via(list, "aws_network_acl_association", "network_acl_id")) == 0
	needs := graph.unresolved(list, "aws_network_acl_association", "network_acl_id")
	message := "`subnet_ids` is not set, and no `aws_network_acl_association` names the list"
}
