# METADATA
# title: Load balancer sends traffic to machines of the same zone only
# description: |
#   A network or gateway load balancer has an address in each availability zone. Unless it balances across zones,
#   what comes in at one of them goes to the targets in that zone only: a zone with few targets is overloaded
#   while others idle, and a zone without healthy ones fails all that its address gets.
#
#   Traffic between zones costs money, so this is a choice. Application load balancers always balance across
#   zones.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html#cross-zone-load-balancing
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/edit-load-balancer-attributes.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `enable_cross_zone_load_balancing` to `true`.
#   aliases: [CKV_AWS_152]
package policy.aws.elb.within_zone_only

import data.lib.setting

deny contains {
	"resource": balancer.id,
	"path": ["enable_cross_zone_load_balancing"],
	"needs": [{"resource": balancer.id, "path": ["load_balancer_type"]}],
	"message": message,
} if {
	some kind in {"aws_lb", "aws_alb"}
	some balancer in input.resources[kind]
	balancer.attributes.load_balancer_type in {"network", "gateway"}
	message := setting.off(balancer.attributes, "enable_cross_zone_load_balancing")
}
