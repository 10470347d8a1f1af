# METADATA
# title: Machine image (AMI) is shared with everybody
# description: |
#   An image (AMI) is a copy of a machine's disks. This one may be started by every AWS account in the world, and what
#   was on the disks can then be read: programs, configuration, forgotten keys and passwords.
#
#   Lists of new public images are searched for such things all the time.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Replace `group` by `account_id`, `organization_arn` or `organizational_unit_arn` of those who need the image.
#   aliases: [CKV_AWS_205, AC_AWS_0006]
package policy.aws.ec2.public_image

deny contains {"resource": permission.id, "path": ["group"], "message": "`group` is `all`: every AWS account may start the image"} if {
	some permission in input.resources.aws_ami_launch_permission
	permission.attributes.group == "all"
}
