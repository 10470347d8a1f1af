# METADATA
# title: Security group opens SSH to the internet
# description: |
#   A security group is the firewall of virtual machines and other AWS resources. This one lets every address on the
#   internet connect to port 22, where machines take remote logins.
#
#   Such ports are found by scanners within minutes. From then on one leaked key, weak password or flaw in the SSH
#   server is enough to take the machine over, and from there whatever its network and its IAM role reach.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Replace the open range by the addresses that need to log in (an office, a VPN, a bastion's security group), or
#     remove the rule and log in through Session Manager or EC2 Instance Connect, which need no open port.
#   aliases: [CKV_AWS_24, AWS-0107, AC_AWS_0227, AC_AWS_0320]
#   compliance: {cis-aws-1.5: ["5.2", "5.3"]}
package policy.aws.ec2.ssh_ingress_open

import data.lib.security_group

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in security_group.from_internet
	security_group.holds_tcp(opening, 22)
	message := sprintf("Port 22 (SSH) is open to %s", [opening.cidr])
}
