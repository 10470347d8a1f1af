# METADATA
# title: Network ACL lets the internet reach every port
# description: |
#   A network ACL is a second firewall, around a whole subnet. This one lets every address on the internet through to
#   all ports, as the one does that AWS makes by default: it adds nothing to the security groups behind it.
#
#   A list of the ports that strangers have to reach would hold if somebody opened a security group by mistake.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Allow the ports that have to be reached from outside, such as 443, and the ephemeral ports that answers come
#     back to (1024 to 65535).
#   aliases: [CKV_AWS_352, AWS-0102]
package policy.aws.vpc.network_acl_every_port_open

import data.lib.network_acl

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in network_acl.from_internet
	network_acl.every_protocol(opening)
	message := sprintf("Every port of the subnets is open to %s", [opening.cidr])
}
