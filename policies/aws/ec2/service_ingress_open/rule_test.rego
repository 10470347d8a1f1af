package policy.aws.ec2.service_ingress_open_test

import data.policy.aws.ec2.service_ingress_open

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := service_ingress_open.deny with input.resources.aws_security_group as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

database := {"protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidr_blocks": ["0.0.0.0/0"]}

changed(change) := {"ingress": [object.union(database, change)]}

test_open if {
	messages({"ingress": [database]}) == {"Port 5432 (PostgreSQL) is open to 0.0.0.0/0"}
	paths({"ingress": [database]}) == {["ingress", 0, "cidr_blocks", 0]}
	messages(changed({"from_port": 9200, "to_port": 9300})) == {"Ports 9200 (Elasticsearch), 9300 (Elasticsearch) are open to 0.0.0.0/0"}
	messages(changed({"from_port": 100, "to_port": 1500})) == {"Ports 135 (Windows RPC), 139 (NetBIOS), 389 (LDAP) and 3 more are open to 0.0.0.0/0"}
}

test_open_over_udp if {
	messages(changed({"protocol": "udp", "from_port": 161, "to_port": 162})) == {"Port 161 (SNMP over UDP) is open to 0.0.0.0/0"}
	messages(changed({"protocol": "17", "from_port": 11211, "to_port": 11211})) == {"Port 11211 (Memcached over UDP) is open to 0.0.0.0/0"}
	paths(changed({"protocol": "udp", "from_port": 10000, "to_port": 20000})) == set()
	paths(changed({"protocol": "udp", "from_port": 53, "to_port": 53})) == set()
}

test_closed if {
	paths({"egress": [database]}) == set()
	every change in [
		{"from_port": 443, "to_port": 443},
		{"cidr_blocks": ["10.0.0.0/8"]},
		{"protocol": "udp"},
		{"protocol": "icmp", "from_port": 161, "to_port": 161},
		{"protocol": "-1"},
		{"from_port": 0, "to_port": 65535},
	] {
		paths(changed(change)) == set()
	}
}
