# METADATA
# title: Security group opens every port to the internet
# description: |
#   A security group is the firewall around machines and other resources. This one lets every address on the internet
#   connect to all ports, so whatever listens there is public: remote logins, databases, the debugging port that
#   somebody forgets.
#
#   Nothing needs that. It is what is left of a try to make something work, and it makes the firewall pointless for
#   everything that has the group, today and later.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Replace the rule by one for each port that strangers have to reach, such as 443. Name networks or security
#     groups as the source of all others.
#   aliases: [CKV_AWS_277, CKV_AWS_24, CKV_AWS_25, CKV_AWS_260, AC_AWS_0275, AC_AWS_0231]
#   partial_aliases: [CKV_AWS_24, CKV_AWS_25, CKV_AWS_260]
#   covers:
#     - aws-ec2-http-ingress-open
#     - aws-ec2-remote-desktop-ingress-open
#     - aws-ec2-ssh-ingress-open
package policy.aws.ec2.every_port_ingress_open

import data.lib.security_group

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in security_group.from_internet
	security_group.every_port(opening)
	message := sprintf("Every %sport is open to %s", [protocol(opening), opening.cidr])
}

protocol(opening) := "UDP " if opening.protocol in {"udp", "17"}

protocol(opening) := "TCP " if opening.protocol in {"tcp", "6"}

protocol(opening) := "" if not opening.protocol in {"tcp", "6", "udp", "17"}
