# METADATA
# title: Network ACL lets the internet reach FTP or SSH
# description: |
#   A network ACL is a second firewall, around a whole subnet. This one lets every address on the internet through to
#   the ports by which machines are administered or files are moved: 20 and 21 (FTP), 22 (SSH).
#
#   The security groups behind it still decide what gets in. The ACL is what would hold if somebody opened one of
#   these by mistake.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Allow the networks that administer machines instead of the whole internet, or refuse these ports in a rule with
#     a lower number.
#   aliases: [CKV_AWS_229, CKV_AWS_230, CKV_AWS_232, AWS-0105]
#   partial_aliases: [CKV_AWS_229, CKV_AWS_230]
#   covers: [aws-vpc-network-acl-remote-desktop-open]
#   compliance: {cis-aws-1.5: ["5.1"]}
package policy.aws.vpc.network_acl_administration_open

import data.lib.network_acl

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in network_acl.from_internet
	open := [sprintf("%d", [port]) |
		some port in [20, 21, 22]
		network_acl.opens_tcp(opening, port)
	]
	count(open) > 0
	message := sprintf("The subnets' port %s is open to %s", [concat(", ", open), opening.cidr])
}
