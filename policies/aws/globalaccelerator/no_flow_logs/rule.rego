# METADATA
# title: Global Accelerator keeps no flow logs
# description: |
#   Global Accelerator takes connections from the internet at the nearest place and leads them to the application.
#   Its flow logs say who connected when, and how much was sent. Without them there is less to look at after an
#   attack.
#
#   Logs cost the space that they take, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `flow_logs_enabled` to `true` in `attributes`, with `flow_logs_s3_bucket` and `flow_logs_s3_prefix`.
#   aliases: [CKV_AWS_75, AC_AWS_0471]
package policy.aws.globalaccelerator.no_flow_logs

import data.lib.block

deny contains {"resource": accelerator.id, "path": ["attributes", 0, "flow_logs_enabled"], "message": message} if {
	some kind in ["aws_globalaccelerator_accelerator", "aws_globalaccelerator_custom_routing_accelerator"]
	some accelerator in input.resources[kind]
	message := block.off(accelerator.attributes, "attributes", "flow_logs_enabled")
}
