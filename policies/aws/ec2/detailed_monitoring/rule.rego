# METADATA
# title: EC2 machine reports its metrics only every five minutes
# description: |
#   AWS counts processor, network and disk use of a machine every five minutes for nothing, and every minute for a
#   price. Alarms and automatic scaling that read these numbers react that much later.
#
#   It is worth its price for machines whose load changes fast.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `monitoring` to `true`; in a launch template, `enabled` in its `monitoring` block; in a launch
#     configuration, leave `enable_monitoring` on.
#   aliases: [CKV_AWS_126, AC_AWS_0480, AC_AWS_0490]
package policy.aws.ec2.detailed_monitoring

import data.lib.setting

deny contains {
	"resource": machine.id,
	"path": ["monitoring"],
	"needs": [{"resource": machine.id, "path": ["launch_template", 0]}],
	"message": message,
} if {
	some machine in input.resources.aws_instance
	not setting.is_set(machine.attributes, "launch_template")
	message := setting.off(machine.attributes, "monitoring")
}

deny contains {"resource": template.id, "path": ["monitoring", 0, "enabled"], "message": message} if {
	some template in input.resources.aws_launch_template
	message := setting.off(setting.block(template.attributes, "monitoring"), "enabled")
}

deny contains {"resource": configuration.id, "path": ["enable_monitoring"], "message": message} if {
	some configuration in input.resources.aws_launch_configuration
	message := setting.turned_off(configuration.attributes, "enable_monitoring")
}
