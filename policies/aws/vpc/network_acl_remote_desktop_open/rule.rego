# METADATA
# title: Network ACL lets the internet reach Remote Desktop
# description: |
#   A network ACL is a second firewall, around a whole subnet. This one lets every address on the internet through to
#   port 3389, by which Windows machines are administered. Rules that let answers from the internet in, to ports
#   above 1023, do so where they do not refuse this one first.
#
#   The security groups behind it still decide what gets in. The ACL is what would hold if somebody opened the port
#   by mistake.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Allow the networks that administer machines instead of the whole internet, or refuse the port in a rule with
#     a lower number.
#   aliases: [CKV_AWS_231, AWS-0105]
#   compliance: {cis-aws-1.5: ["5.1"]}
package policy.aws.vpc.network_acl_remote_desktop_open

import data.lib.network_acl

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in network_acl.from_internet
	network_acl.opens_tcp(opening, 3389)
	message := sprintf("The subnets' port 3389 is open to %s", [opening.cidr])
}
