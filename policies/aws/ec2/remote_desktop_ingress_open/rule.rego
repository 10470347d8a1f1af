# METADATA
# title: Security group opens Remote Desktop to the internet
# description: |
#   A security group is the firewall around machines and other resources. This one lets every address on the internet
#   connect to port 3389, where Windows takes remote logins.
#
#   Such ports are found by scanners within minutes and tried with leaked and guessed passwords all day. Flaws in
#   Remote Desktop itself have let strangers in without any, and it is a usual way for ransomware to enter.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-rdp.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Replace the open range by the addresses that need to log in (an office, a VPN, a bastion's security group), or
#     remove the rule and connect through Fleet Manager or a Remote Desktop gateway.
#   aliases: [CKV_AWS_25, AWS-0107, AC_AWS_0230, AC_AWS_0323]
#   compliance: {cis-aws-1.5: ["5.2", "5.3"]}
package policy.aws.ec2.remote_desktop_ingress_open

import data.lib.security_group

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in security_group.from_internet
	security_group.holds_tcp(opening, 3389)
	message := sprintf("Port 3389 (Remote Desktop) is open to %s", [opening.cidr])
}
