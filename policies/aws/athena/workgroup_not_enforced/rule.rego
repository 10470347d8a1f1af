# METADATA
# title: Athena workgroup lets clients override its settings
# description: |
#   An Athena workgroup says where the results of queries go and how they are encrypted. Unless that is enforced,
#   whoever runs a query may say otherwise, and store the results in another bucket, without encryption.
#
#   Settings are enforced unless it is switched off.
# related_resources:
#   - https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `enforce_workgroup_configuration`, or set it to `true`.
#   aliases: [CKV_AWS_82, AWS-0007]
package policy.aws.athena.workgroup_not_enforced

import data.lib.block

deny contains {
	"resource": group.id,
	"path": ["configuration", 0, "enforce_workgroup_configuration"],
	"message": message,
} if {
	some group in input.resources.aws_athena_workgroup
	message := block.turned_off(group.attributes, "configuration", "enforce_workgroup_configuration")
}
