# What firewall rules of Google Cloud let the whole internet in to.
package lib.firewall

import data.lib.attribute
import data.lib.network

# Each source of a rule in force that is the internet, where the rule lets it in to a TCP port. `whole` says whether
# every port is open, as far as is known.
open_to_internet(firewall, port, service) := array.concat(
	[{"path": ["source_ranges", i], "message": message, "needs": needs, "whole": opening.whole} |
		some i, source in firewall.attributes.source_ranges
		network.is_internet(source)
		opening := openings(firewall, port, service)[0]
		needs := rests_on(firewall, opening.absent)
		message := sprintf("%s may connect to %s", [source, opening.ports])
	],
	# Without any source, every address is one.
	[{"path": ["source_ranges"], "message": message, "needs": needs, "whole": opening.whole} |
		names_no_source(firewall)
		opening := openings(firewall, port, service)[0]
		needs := rests_on(firewall, array.concat(opening.absent, [
			["source_ranges", 0],
			["source_tags", 0],
			["source_service_accounts", 0],
		]))
		message := sprintf("Any address may connect to %s: the rule names no source", [opening.ports])
	],
)

names_no_source(firewall) if {
	not firewall.attributes.source_ranges[0]
	not firewall.attributes.source_tags[0]
	not firewall.attributes.source_service_accounts[0]
}

# For every `allow` block of a rule in force that holds the port: the paths that are absent, on which that rests, and
# what it opens in words. One that is known to open every port comes first.
openings(firewall, port, service) := array.concat(
	[opening | some opening in opened(firewall, port, service); opening.whole],
	[opening | some opening in opened(firewall, port, service); not opening.whole],
)

opened(firewall, port, service) := [{"absent": absent, "whole": whole, "ports": opens(whole, allow.protocol, port, service)} |
	not is_egress(firewall)
	not attribute.is_true(firewall.attributes.disabled)
	some i, allow in firewall.attributes.allow
	carries_tcp(allow.protocol)
	some absent in ports(i, allow, port)
	whole := is_whole(firewall, i)
]

is_whole(firewall, i) if {
	count(attribute.unknown_below(firewall, ["allow", i, "ports"])) == 0
	holds_all(firewall.attributes.allow[i])
} else := false

holds_all(allow) if not allow.ports[0]

holds_all(allow) if {
	some port in allow.ports
	network.port_text_holds(port, 1)
	network.port_text_holds(port, 65535)
}

opens(false, _, port, service) := sprintf("port %d (%s)", [port, service])

opens(true, protocol, port, service) := sprintf("every TCP port, %d (%s) among them", [port, service]) if {
	not is_every_protocol(protocol)
}

opens(true, protocol, port, service) := sprintf("every port of every protocol, %d (%s) among them", [port, service]) if {
	is_every_protocol(protocol)
}

is_every_protocol(protocol) if {
	is_string(protocol)
	lower(protocol) == "all"
}

is_egress(firewall) if {
	is_string(firewall.attributes.direction)
	upper(firewall.attributes.direction) == "EGRESS"
}

# TCP is protocol number 6.
carries_tcp(protocol) if attribute.number(protocol) == 6

carries_tcp(protocol) if {
	is_string(protocol)
	lower(protocol) in {"tcp", "all"}
}

# A block without ports means all of them.
ports(i, allow, _) := [[["allow", i, "ports", 0]]] if not allow.ports[0]

ports(_, allow, port) := [[]] if {
	allow.ports[0]
	some text in allow.ports
	network.port_text_holds(text, port)
}

rests_on(firewall, absent) := [{"resource": firewall.id, "path": path} |
	some path in array.concat([["direction"], ["disabled"]], absent)
]
