package lib.network_test

import data.lib.network

test_the_internet if {
	every cidr in ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "1.2.3.4/0", "::/0", "2000::/3", "<nw>/0"] {
		network.is_internet(cidr)
	}
}

test_not_the_internet if {
	every cidr in [
		"10.0.0.0/8", "203.0.113.7/32", "192.168.0.0/16", "2001:db8::/32", "fc00::/7", "FD00::/8", "fe80::/10",
		"ff00::/8", "0.0.0.0", "::", "", "0.0.0.0/x", "sg-12345", null, 0,
	] {
		not network.is_internet(cidr)
	}
}

test_ranges_of_addresses if {
	network.is_internet_range("0.0.0.0", "255.255.255.255")
	network.is_internet_range("1.0.0.0", "126.0.0.0")
	not network.is_internet_range("0.0.0.0", "0.0.0.0")
	not network.is_internet_range("10.0.0.0", "10.255.255.255")
	not network.is_internet_range("203.0.113.0", "203.0.113.255")
	not network.is_internet_range("255.255.255.255", "0.0.0.0")
}

test_ipv4_addresses_as_numbers if {
	network.ipv4("0.0.0.0") == 0
	network.ipv4("1.2.3.4") == 16909060
	every text in ["", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-4", "::1", "a.b.c.d", null] {
		not network.ipv4(text)
	}
}

test_ports if {
	network.ports_hold(22, 22, 22)
	network.ports_hold("20", "30", 22)
	network.ports_hold(0, 65535, 22)
	not network.ports_hold(23, 65535, 22)
	not network.ports_hold(0, 21, 22)
	not network.ports_hold(null, 22, 22)
	not network.ports_hold(22, null, 22)
}

test_ports_as_text if {
	every text in ["*", 22, "22", "20-30", "22-22", "1 - 65535"] {
		network.port_text_holds(text, 22)
	}
	every text in ["", 443, "443", "23-30", "22-", "-22", "20-30-40", "Ssh", null] {
		not network.port_text_holds(text, 22)
	}
}
