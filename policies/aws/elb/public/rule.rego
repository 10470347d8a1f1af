# METADATA
# title: Load balancer has a public address
# description: |
#   The load balancer can be reached from the internet, as far as its security groups let it. That is what it is for
#   where strangers use what is behind it; for services inside a company it is not.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-scheme
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `internal` to `true` where only the inside of the network has to reach it.
#   aliases: [AWS-0053]
package policy.aws.elb.public

import data.lib.setting

deny contains {
	"resource": balancer.id,
	"path": ["internal"],
	"needs": [{"resource": balancer.id, "path": ["load_balancer_type"]} | kind != "aws_elb"],
	"message": message,
} if {
	some kind in {"aws_lb", "aws_alb", "aws_elb"}
	some balancer in input.resources[kind]
	object.get(balancer.attributes, "load_balancer_type", "application") != "gateway"
	message := setting.off(balancer.attributes, "internal")
}
