# METADATA
# title: Security group opens a database or an internal service to the internet
# description: |
#   Databases, caches, queues and the interfaces by which clusters are run are made for the inside of a network. Many
#   of them ask for no password unless they are told to, and hand over or delete all data at the first connection.
#
#   This security group, the firewall around a resource, lets every address on the internet connect to such a port.
#   Open ones are found within hours, emptied, and held to ransom.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the security group of the application that connects as the source of the rule, or the networks that do.
#   aliases: [
#     AC_AWS_0229, AC_AWS_0233, AC_AWS_0234, AC_AWS_0235, AC_AWS_0236, AC_AWS_0237, AC_AWS_0238, AC_AWS_0239,
#     AC_AWS_0240, AC_AWS_0241, AC_AWS_0242, AC_AWS_0243
#   ]
package policy.aws.ec2.service_ingress_open

import data.lib.security_group

# A rule for every port is reported as such.
deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in security_group.from_internet
	not security_group.every_port(opening)
	open := array.concat(
		[sprintf("%d (%s)", [port, service]) |
			some port, service in services
			security_group.holds_tcp(opening, port)
		],
		[sprintf("%d (%s over UDP)", [port, service]) |
			some port, service in services_over_udp
			security_group.holds_udp(opening, port)
		],
	)
	message := sprintf("%s open to %s", [ports(open), opening.cidr])
}

ports([port]) := sprintf("Port %s is", [port])

ports(open) := sprintf("Ports %s are", [concat(", ", open)]) if count(open) in {2, 3}

ports(open) := message if {
	count(open) > 3
	message := sprintf("Ports %s and %d more are", [concat(", ", array.slice(open, 0, 3)), count(open) - 3])
}

services := {
	23: "Telnet",
	135: "Windows RPC",
	139: "NetBIOS",
	389: "LDAP",
	445: "SMB",
	873: "rsync",
	1433: "SQL Server",
	1521: "Oracle",
	2049: "NFS",
	2181: "ZooKeeper",
	2375: "Docker",
	2376: "Docker",
	2379: "etcd",
	2380: "etcd",
	2382: "SQL Server Analysis Services",
	2383: "SQL Server Analysis Services",
	3306: "MySQL",
	4505: "Salt",
	4506: "Salt",
	5432: "PostgreSQL",
	5601: "Kibana",
	5672: "AMQP",
	5900: "VNC",
	5984: "CouchDB",
	5985: "WinRM",
	5986: "WinRM",
	6379: "Redis",
	7000: "Cassandra",
	7199: "Cassandra",
	8020: "HDFS",
	9042: "Cassandra",
	9092: "Kafka",
	9200: "Elasticsearch",
	9300: "Elasticsearch",
	10250: "kubelet",
	11211: "Memcached",
	27017: "MongoDB",
	27018: "MongoDB",
	50070: "HDFS",
	61616: "ActiveMQ",
}

# Each has been made to flood others, or tells strangers what it knows.
services_over_udp := {
	69: "TFTP",
	111: "RPC",
	137: "NetBIOS",
	138: "NetBIOS",
	161: "SNMP",
	389: "LDAP",
	1434: "SQL Server",
	2049: "NFS",
	11211: "Memcached",
}
