# What network ACLs let into subnets: their blocks, and rules of their own. The rule with the lowest number decides.
package lib.network_acl

import data.lib.attribute
import data.lib.graph
import data.lib.network

# Rules that let the whole internet in: where they are, what they are about, what is refused before, and what would
# have to be known of that (`needs`).
from_internet := array.concat(in_acls, in_rules)

in_acls := [opening |
	some kind in {"aws_network_acl", "aws_default_network_acl"}
	some acl in input.resources[kind]
	some i, rule in acl.attributes.ingress
	word(rule.action) == "allow"
	some source in sources
	network.is_internet(rule[source])
	opening := object.union(about(rule, source), {
		"resource": acl.id,
		"path": ["ingress", i, source],
		"needs": [{"resource": acl.id, "path": ["ingress", k, argument]} |
			some k, other in acl.attributes.ingress
			some argument in deciding(k == i, other)
		],
		"refused": [about(other, source) |
			some other in acl.attributes.ingress
			word(other.action) == "deny"
			network.is_internet(other[source])
			attribute.number(other.rule_no) < attribute.number(rule.rule_no)
		],
	})
]

in_rules := [opening |
	some rule in input.resources.aws_network_acl_rule
	lets_in(rule.attributes)
	word(rule.attributes.rule_action) == "allow"
	some source in sources
	network.is_internet(rule.attributes[source])
	opening := object.union(about(rule.attributes, source), {
		"resource": rule.id,
		"path": [source],
		"needs": array.concat(
			[{"resource": rule.id, "path": [argument]} | some argument in ["egress", "rule_number"]],
			[{"resource": other.id, "path": [argument]} |
				some other in siblings(rule)
				some argument in array.concat(arguments, ["rule_action", "egress", "rule_number"])
			],
		),
		"refused": [about(other.attributes, source) |
			some other in siblings(rule)
			lets_in(other.attributes)
			word(other.attributes.rule_action) == "deny"
			network.is_internet(other.attributes[source])
			attribute.number(other.attributes.rule_number) < attribute.number(rule.attributes.rule_number)
		],
	})
]

# Rules of the same ACL that refuse something, or may.
siblings(rule) := [other |
	some acl in graph.targets_via(rule, "aws_network_acl", "network_acl_id")
	some other in refusing[acl.id]
]

refusing := {acl.id: rules |
	some acl in input.resources.aws_network_acl
	rules := [rule |
		some rule in graph.referrers_via(acl, "aws_network_acl_rule", "network_acl_id")
		not word(rule.attributes.rule_action) == "allow"
	]
}

# The arguments that decide whether a rule refuses something before another one allows it: of that one its number.
deciding(itself, _) := ["rule_no"] if itself

deciding(itself, rule) := array.concat(arguments, ["action", "rule_no"]) if {
	not itself
	not word(rule.action) == "allow"
}

arguments := ["protocol", "cidr_block", "ipv6_cidr_block", "from_port", "to_port"]

lets_in(attributes) if attribute.is_false(object.get(attributes, "egress", false))

sources := {"cidr_block", "ipv6_cidr_block"}

about(rule, source) := {
	"cidr": rule[source],
	"protocol": word(rule.protocol),
	"from": object.get(rule, "from_port", null),
	"to": object.get(rule, "to_port", null),
}

word(value) := lower(sprintf("%v", [value]))

every_protocol(rule) if rule.protocol in {"-1", "all"}

holds_tcp(rule, _) if every_protocol(rule)

holds_tcp(rule, port) if {
	rule.protocol in {"tcp", "6"}
	network.ports_hold(rule.from, rule.to, port)
}

# Whether a TCP port is let through, and no rule before refuses it.
opens_tcp(opening, port) if {
	holds_tcp(opening, port)
	refusing := [rule | some rule in opening.refused; holds_tcp(rule, port)]
	count(refusing) == 0
}
