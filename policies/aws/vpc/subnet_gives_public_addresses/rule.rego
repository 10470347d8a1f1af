# METADATA
# title: Subnet gives a public address to every machine
# description: |
#   Each machine started in this subnet gets an address on the internet, whether it needs one or not. It can then be
#   reached from outside as soon as a firewall rule allows it, now or after a later change.
#
#   Load balancers and NAT gateways get theirs without this setting.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `map_public_ip_on_launch` to `false`, and give an address to the few machines that need one.
#   aliases: [CKV_AWS_130, AWS-0164]
package policy.aws.vpc.subnet_gives_public_addresses

import data.lib.setting

deny contains {"resource": subnet.id, "path": ["map_public_ip_on_launch"], "message": message} if {
	some subnet in input.resources.aws_subnet
	message := setting.turned_on(subnet.attributes, "map_public_ip_on_launch")
}

# The subnets that AWS makes with an account do so until they are told not to.
deny contains {"resource": subnet.id, "path": ["map_public_ip_on_launch"], "message": message} if {
	some subnet in input.resources.aws_default_subnet
	message := setting.left_on(subnet.attributes, "map_public_ip_on_launch")
}
