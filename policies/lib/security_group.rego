# What security groups let in and out, in all forms that Terraform has for it: blocks in a group, rules of their own,
# and rules of their own for one network each.
package lib.security_group

import data.lib.attribute
import data.lib.graph
import data.lib.group as lists
import data.lib.network

# Rules that let the whole internet in: the resource, the path of the network, and what the rule is about.
from_internet := array.concat(in_groups("ingress"), array.concat(in_rules("ingress"), in_single_rules("aws_vpc_security_group_ingress_rule")))

# Rules that let out to the whole internet.
to_internet := array.concat(in_groups("egress"), array.concat(in_rules("egress"), in_single_rules("aws_vpc_security_group_egress_rule")))

in_groups(direction) := [opening |
	some kind in {"aws_security_group", "aws_default_security_group"}
	some group in input.resources[kind]
	not is_out_of_reach(group, direction)
	some i, rule in group.attributes[direction]
	some list in {"cidr_blocks", "ipv6_cidr_blocks"}
	some j, cidr in rule[list]
	network.is_internet(cidr)
	opening := {
		"resource": group.id,
		"path": [direction, i, list, j],
		"cidr": cidr,
		"protocol": name(rule.protocol),
		"from": object.get(rule, "from_port", null),
		"to": object.get(rule, "to_port", null),
		"needs": unknown_use(group),
	}
]

in_rules(direction) := [opening |
	some rule in input.resources.aws_security_group_rule
	rule.attributes.type == direction
	not is_of_unreachable(rule, direction)
	some list in {"cidr_blocks", "ipv6_cidr_blocks"}
	some i, cidr in rule.attributes[list]
	network.is_internet(cidr)
	opening := {
		"resource": rule.id,
		"path": [list, i],
		"cidr": cidr,
		"protocol": name(rule.attributes.protocol),
		"from": object.get(rule.attributes, "from_port", null),
		"to": object.get(rule.attributes, "to_port", null),
		"needs": [need | some group in groups_of(rule); some need in unknown_use(group)],
	}
]

in_single_rules(kind) := [opening |
	some rule in input.resources[kind]
	not is_of_unreachable(rule, directions[kind])
	some source in {"cidr_ipv4", "cidr_ipv6"}
	cidr := rule.attributes[source]
	network.is_internet(cidr)
	opening := {
		"resource": rule.id,
		"path": [source],
		"cidr": cidr,
		"protocol": name(rule.attributes.ip_protocol),
		"from": object.get(rule.attributes, "from_port", null),
		"to": object.get(rule.attributes, "to_port", null),
		"needs": [need | some group in groups_of(rule); some need in unknown_use(group)],
	}
]

directions := {
	"aws_vpc_security_group_egress_rule": "egress",
	"aws_vpc_security_group_ingress_rule": "ingress",
}

# Whether a group is for nothing but what has private addresses only and makes or takes no connections that way.
is_out_of_reach(group, direction) if {
	users := [reference.kind |
		some reference in group.referred_by
		not reference.kind in of_groups
	]
	count(users) > 0
	every kind in users {
		kind in unreachable[direction]
	}
}

is_of_unreachable(rule, direction) if {
	groups := groups_of(rule)
	count(groups) > 0
	every group in groups {
		is_out_of_reach(group, direction)
	}
}

groups_of(rule) := array.concat(
	graph.targets_via(rule, "aws_security_group", "security_group_id"),
	graph.targets_via(rule, "aws_default_security_group", "security_group_id"),
)

# As `needs`: what may be the only thing that has a group which nothing is known to have. One is enough.
unknown_use(group) := array.slice(object.get(unknown_groups, object.get(group, "root", ""), []), 0, 1) if {
	every reference in group.referred_by {
		reference.kind in of_groups
	}
} else := []

unknown_groups := lists.by_key({[user.root, need] |
	some kind, argument in {
		"aws_lambda_function": "vpc_config",
		"aws_vpc_endpoint": "security_group_ids",
		"aws_vpc_endpoint_security_group_association": "security_group_id",
	}
	some user in input.resources[kind]
	some path in user.unknown
	path[0] == argument
	not "subnet_ids" in path
	not graph.refers_through(user, path)
	need := {"resource": user.id, "path": attribute.steps_of(path)}
})

# What has a group: endpoints of AWS' services in a network, which connect to nothing, and functions, which nobody can
# connect to.
unreachable := {
	"egress": {"aws_vpc_endpoint", "aws_vpc_endpoint_security_group_association"},
	"ingress": {"aws_lambda_function", "aws_vpc_endpoint", "aws_vpc_endpoint_security_group_association"},
}

# What says what a group lets through, or names it as a source.
of_groups := {
	"aws_default_security_group",
	"aws_security_group",
	"aws_security_group_rule",
	"aws_vpc_security_group_egress_rule",
	"aws_vpc_security_group_ingress_rule",
}

# Protocols are names or numbers, and numbers may be written as such.
name(protocol) := lower(sprintf("%v", [protocol]))

# A rule for every protocol covers every port, whatever ports it names.
every_protocol(opening) if opening.protocol in {"-1", "all"}

# Whether a rule lets connections to a TCP port through.
holds_tcp(opening, _) if every_protocol(opening)

holds_tcp(opening, port) if {
	opening.protocol in {"tcp", "6"}
	network.ports_hold(opening.from, opening.to, port)
}

# Wide ranges of UDP are for media and games, not for what has a port of its own in them.
holds_udp(opening, port) if {
	opening.protocol in {"udp", "17"}
	network.ports_hold(opening.from, opening.to, port)
	attribute.number(opening.to) - attribute.number(opening.from) < 1000
}

# Whether a rule leaves hardly any port out.
every_port(opening) if every_protocol(opening)

every_port(opening) if {
	opening.protocol in {"tcp", "6", "udp", "17"}
	attribute.number(opening.from) <= 1
	attribute.number(opening.to) == 65535
}

# AWS takes -1 for all of them.
every_port(opening) if {
	opening.protocol in {"tcp", "6", "udp", "17"}
	attribute.number(opening.from) == -1
}
