# How wide address and port ranges are.
package lib.network

import data.lib.attribute

# A network so wide that it is the whole internet for all that matters: nobody owns an IPv4 /7. Half the internet
# (`0.0.0.0/1`) is as open as all of it.
is_internet(cidr) if {
	is_string(cidr)
	parts := split(cidr, "/")
	not contains(parts[0], ":")
	attribute.number(parts[1]) < 8
}

# The widest IPv6 allocations that one organisation holds are /16 and longer. `fc00::/7` is private, `fe80::/10`
# never leaves the link, `ff00::/8` is multicast.
is_internet(cidr) if {
	is_string(cidr)
	parts := split(cidr, "/")
	contains(parts[0], ":")
	attribute.number(parts[1]) < 16
	not is_local(lower(parts[0]))
}

is_local(address) if startswith(address, "fc")

is_local(address) if startswith(address, "fd")

is_local(address) if startswith(address, "fe")

is_local(address) if startswith(address, "ff")

# Whether the range from `start` to `end`, inclusive, is as wide as the whole internet. Azure's firewalls take the
# bounds of a range instead of a network.
is_internet_range(start, end) if ipv4(end) - ipv4(start) > 16777216

# An IPv4 address as a number; undefined for anything else.
ipv4(text) := (((octets[0] * 16777216) + (octets[1] * 65536)) + (octets[2] * 256)) + octets[3] if {
	is_string(text)
	octets := [octet |
		some part in split(text, ".")
		octet := attribute.number(part)
		octet >= 0
		octet <= 255
	]
	count(octets) == 4
}

# Whether ports `from` to `to`, inclusive, hold `port`. Arguments may be numbers or strings of digits.
ports_hold(from, to, port) if {
	attribute.number(from) <= port
	attribute.number(to) >= port
}

# Azure writes ports as one text: `*`, `22` or `20-30`.
port_text_holds(text, _) if text == "*"

port_text_holds(text, port) if attribute.number(text) == port

port_text_holds(text, port) if {
	is_string(text)
	bounds := split(text, "-")
	count(bounds) == 2
	ports_hold(trim_space(bounds[0]), trim_space(bounds[1]), port)
}
