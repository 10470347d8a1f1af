# METADATA
# title: Load balancer keeps no access log
# description: |
#   An access log has a line for each request: from where, for what, with which answer. Without it, it cannot be told
#   after an incident who came and what they got.
#
#   The log is written to a bucket and costs what it takes to store.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `access_logs` block with `bucket` and `enabled = true`.
#   aliases: [CKV_AWS_91, CKV_AWS_92, AC_AWS_0470]
package policy.aws.elb.without_access_log

import data.lib.setting

deny contains {
	"resource": balancer.id,
	"path": ["access_logs", 0, "enabled"],
	"needs": [{"resource": balancer.id, "path": ["load_balancer_type"]}],
	"message": message,
} if {
	some kind in {"aws_lb", "aws_alb"}
	some balancer in input.resources[kind]
	object.get(balancer.attributes, "load_balancer_type", "application") != "gateway"
	message := off(setting.block(balancer.attributes, "access_logs"))
}

# A classic one writes its log as soon as it has a bucket for it.
deny contains {"resource": balancer.id, "path": ["access_logs", 0, "enabled"], "message": message} if {
	some balancer in input.resources.aws_elb
	message := off_classic(object.get(balancer.attributes, "access_logs", []))
}

off(block) := setting.off(block, "enabled")

off_classic([]) := "`access_logs` is not set"

off_classic(blocks) := setting.turned_off(blocks[0], "enabled")
