# METADATA
# title: EC2 machine has no IAM role
# description: |
#   A program on a machine that calls AWS needs credentials. With an instance profile the machine gets short-lived
#   ones of a role by itself; without, somebody sooner or later puts a permanent key on the disk, where it can be
#   copied and does not expire.
#
#   A role also lets Systems Manager reach the machine, which makes an open SSH port unnecessary.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `iam_instance_profile` to an `aws_iam_instance_profile` whose role may do what the machine needs.
#   aliases: [CKV2_AWS_41]
package policy.aws.ec2.machine_without_role

import data.lib.setting

deny contains {
	"resource": machine.id,
	"path": ["iam_instance_profile"],
	"needs": [{"resource": machine.id, "path": ["launch_template", 0]}],
	"message": message,
} if {
	some kind in {"aws_instance", "aws_spot_instance_request"}
	some machine in input.resources[kind]
	not setting.is_set(machine.attributes, "launch_template")
	message := setting.missing(machine.attributes, "iam_instance_profile")
}
