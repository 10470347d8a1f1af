# METADATA
# title: Default security group of a VPC lets traffic through
# description: |
#   Every network has a security group, a firewall, named `default`. What is started without naming one gets it, and
#   unless it is emptied it lets all members reach each other on every port, and all of them reach the internet.
#
#   Without rules it is useless on purpose: whoever forgets to name a security group notices at once.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_default_security_group` for the network without `ingress` and `egress`, and give each resource a
#     security group of its own.
#   aliases: [CKV2_AWS_12, AWS-0173, AC_AWS_0232]
#   compliance: {cis-aws-1.5: ["5.4"]}
package policy.aws.vpc.default_security_group_open

import data.lib.graph

deny contains {
	"resource": vpc.id,
	"path": [],
	"needs": graph.unresolved(vpc, "aws_default_security_group", "vpc_id"),
	"message": "The network's default security group is left as AWS makes it: all members reach each other",
} if {
	some vpc in input.resources.aws_vpc
	count(groups(vpc)) == 0
}

deny contains {
	"resource": vpc.id,
	"at": opening.resource,
	"path": opening.path,
	"message": "The network's default security group has a rule",
} if {
	some vpc in input.resources.aws_vpc
	some group in groups(vpc)
	some opening in openings(group)
}

# The network is made elsewhere.
deny contains {
	"resource": group.id,
	"at": opening.resource,
	"path": opening.path,
	"message": "The default security group has a rule",
} if {
	some group in input.resources.aws_default_security_group
	count(graph.targets_via(group, "aws_vpc", "vpc_id")) == 0
	some opening in openings(group)
}

groups(vpc) := graph.referrers_via(vpc, "aws_default_security_group", "vpc_id")

openings(group) := array.concat(
	[{"resource": group.id, "path": [direction, i]} |
		some direction in ["ingress", "egress"]
		some i, _ in group.attributes[direction]
	],
	[{"resource": rule.id, "path": []} |
		some kind in [
			"aws_security_group_rule",
			"aws_vpc_security_group_ingress_rule",
			"aws_vpc_security_group_egress_rule",
		]
		some rule in graph.referrers_via(group, kind, "security_group_id")
	],
)
