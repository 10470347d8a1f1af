# METADATA
# title: Load balancer checks its servers by their front page only
# description: |
#   A load balancer asks each server every so often whether it is well, and sends requests to those that are. Unless
#   it is told what to ask, it fetches `/`, which says little about whether the application works and may be a
#   redirect, which counts as ill.
#
#   A path made for this, which looks whether what the application needs is there, keeps requests away from servers
#   that cannot answer them.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add a `health_check` block with the `path` that the application has for it.
#   aliases: [CKV_AWS_261]
package policy.aws.elb.default_health_check

import data.lib.setting

deny contains {
	"resource": group.id,
	"path": ["health_check", 0, "path"],
	"needs": [{"resource": group.id, "path": ["protocol"]}],
	"message": message,
} if {
	some kind in {"aws_lb_target_group", "aws_alb_target_group"}
	some group in input.resources[kind]
	group.attributes.protocol in {"HTTP", "HTTPS"}
	message := setting.missing(setting.block(group.attributes, "health_check"), "path")
}
