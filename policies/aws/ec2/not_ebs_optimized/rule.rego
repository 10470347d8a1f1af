# METADATA
# title: EC2 machine shares its network with its disks
# description: |
#   Disks in AWS are reached over the network. Types of machines of the last ten years have a part of it reserved for
#   that; some older ones reserve it only when told to, and otherwise slow down their disks and their network traffic
#   with each other.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-optimized.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `ebs_optimized` to `true`, or take a type of the present generation, which needs no setting and costs less.
#   aliases: [CKV_AWS_135, AC_AWS_0449]
package policy.aws.ec2.not_ebs_optimized

import data.lib.setting

# On all other types it is always on, or not to be had.
deny contains {
	"resource": machine.id,
	"path": ["ebs_optimized"],
	"needs": [{"resource": machine.id, "path": ["instance_type"]}],
	"message": sprintf("%s machine: %s", [machine.attributes.instance_type, message]),
} if {
	some kind in {"aws_instance", "aws_launch_template", "aws_launch_configuration"}
	some machine in input.resources[kind]
	machine.attributes.instance_type in optional
	message := setting.off(machine.attributes, "ebs_optimized")
}

optional := {
	"c1.xlarge",
	"c3.xlarge",
	"c3.2xlarge",
	"c3.4xlarge",
	"g2.2xlarge",
	"i2.xlarge",
	"i2.2xlarge",
	"i2.4xlarge",
	"m1.large",
	"m1.xlarge",
	"m2.2xlarge",
	"m2.4xlarge",
	"m3.xlarge",
	"m3.2xlarge",
	"r3.xlarge",
	"r3.2xlarge",
	"r3.4xlarge",
}
