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
#   profiles: [default, security]
#   remediation: >-
#     Replace the open range by the addresses that need to log in (an office, a VPN, a bastion's security group), or
#     remove the rule and log in through Session Manager or EC2 Instance Connect, which need no open port.
#   aliases: [CKV_AWS_24, AWS-0107, AC_AWS_0227, AC_AWS_0320]
#   compliance: {cis-aws-1.5: ["5.2", "5.3"]}
package policy.aws.ec2.ssh_ingress_open

import data.lib.network

deny contains {"resource": group.id, "path": ["ingress", i, list, j], "message": message(cidr)} if {
	some kind in {"aws_security_group", "aws_default_security_group"}
	some group in input.resources[kind]
	some i, rule in group.attributes.ingress
	reaches_ssh(rule.protocol, rule)
	some list in {"cidr_blocks", "ipv6_cidr_blocks"}
	some j, cidr in rule[list]
	network.is_internet(cidr)
}

deny contains {"resource": rule.id, "path": [list, i], "message": message(cidr)} if {
	some rule in input.resources.aws_security_group_rule
	rule.attributes.type == "ingress"
	reaches_ssh(rule.attributes.protocol, rule.attributes)
	some list in {"cidr_blocks", "ipv6_cidr_blocks"}
	some i, cidr in rule.attributes[list]
	network.is_internet(cidr)
}

deny contains {"resource": rule.id, "path": [source], "message": message(cidr)} if {
	some rule in input.resources.aws_vpc_security_group_ingress_rule
	reaches_ssh(rule.attributes.ip_protocol, rule.attributes)
	some source in {"cidr_ipv4", "cidr_ipv6"}
	cidr := rule.attributes[source]
	network.is_internet(cidr)
}

message(cidr) := sprintf("Port 22 (SSH) is open to %s", [cidr])

# A rule for every protocol covers every port, whatever ports it names.
reaches_ssh(protocol, _) if name(protocol) in {"-1", "all"}

reaches_ssh(protocol, rule) if {
	name(protocol) in {"tcp", "6"}
	network.ports_hold(rule.from_port, rule.to_port, 22)
}

# Protocols are names or numbers, and numbers may be written as such.
name(protocol) := lower(sprintf("%v", [protocol]))
