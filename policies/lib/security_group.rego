# What security groups let in and out, in all forms that Terraform has for it: blocks in a group, rules of their own,
# and rules of their own for one network each.
package lib.security_group

import data.lib.attribute
import data.lib.network

# Rules that let the whole internet in: the resource, the path of the network, and what the rule is about.
from_internet := array.concat(in_groups("ingress"), array.concat(in_rules("ingress"), in_single_rules("aws_vpc_security_group_ingress_rule")))

# Rules that let out to the whole internet.
to_internet := array.concat(in_groups("egress"), array.concat(in_rules("egress"), in_single_rules("aws_vpc_security_group_egress_rule")))

in_groups(direction) := [opening |
	some kind in {"aws_security_group", "aws_default_security_group"}
	some group in input.resources[kind]
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
	}
]

in_rules(direction) := [opening |
	some rule in input.resources.aws_security_group_rule
	rule.attributes.type == direction
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
	}
]

in_single_rules(kind) := [opening |
	some rule in input.resources[kind]
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
	}
]

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
