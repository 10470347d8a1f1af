# METADATA
# title: EC2 machine gets a public address
# description: |
#   A machine with a public address can be reached from the internet as soon as a firewall rule allows it, now or
#   after a later change. Without one, nothing from outside reaches it, whatever the rules say.
#
#   Where only web traffic has to come in, a load balancer can have the public address. Where machines only have to
#   get out, a NAT gateway does that.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `associate_public_ip_address` to `false` and put a load balancer or a NAT gateway in front.
#   aliases: [CKV_AWS_88, CKV_AWS_389, AWS-0009]
package policy.aws.ec2.public_address

import data.lib.setting

deny contains {"resource": machine.id, "path": ["associate_public_ip_address"], "message": message} if {
	some kind in {"aws_instance", "aws_spot_instance_request", "aws_launch_configuration"}
	some machine in input.resources[kind]
	message := setting.turned_on(machine.attributes, "associate_public_ip_address")
}

deny contains {
	"resource": template.id,
	"path": ["network_interfaces", i, "associate_public_ip_address"],
	"message": message,
} if {
	some template in input.resources.aws_launch_template
	some i, interface in template.attributes.network_interfaces
	message := setting.turned_on(interface, "associate_public_ip_address")
}
