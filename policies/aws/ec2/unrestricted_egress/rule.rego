# METADATA
# title: Security group lets connections out to everywhere
# description: |
#   A security group is the firewall around machines and other resources. This one lets what runs behind it connect to
#   any address and any port. Most do, since it is what AWS makes by default.
#
#   A program that is broken into fetches its tools and sends data away over such connections. Where it is known what
#   a machine has to reach, a list of that stops both.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     List the networks, prefix lists or security groups that have to be reached, and their ports, in the egress
#     rules.
#   aliases: [CKV_AWS_382, AWS-0104]
package policy.aws.ec2.unrestricted_egress

import data.lib.security_group

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in security_group.to_internet
	security_group.every_port(opening)
	message := sprintf("Every port of %s can be connected to", [opening.cidr])
}
