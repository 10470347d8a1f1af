# METADATA
# title: Database answers the internet through a load balancer
# description: |
#   This Service gives a database, a cache or a message broker a public address. Such programs are made for networks
#   that are trusted: many ask for no password unless told to, and few stand up to somebody who tries passwords all
#   day.
#
#   Open databases are found within hours, copied, and often wiped for ransom.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `type` to `ClusterIP`, or give the load balancer an internal address by the annotation of the cloud, or list
#     the networks that may connect in `loadBalancerSourceRanges`.
package policy.kubernetes.exposure.database_service

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"path": ["spec", "type"],
	"needs": array.concat(reached.unknown, opening.unknown),
	"evidence": reached.stations,
	"message": sprintf("The internet reaches port %d, where %s answers", [port, name]),
} if {
	some reached in exposure.of_kind("Service")
	some port, name in databases
	some opening in exposure.openings(reached, port)
	selects_something(input.resources.Service[reached.index])
}

# A Service without a selector leads to addresses that somebody else sets.
selects_something(service) if service.attributes.spec.selector

databases := {
	1433: "Microsoft SQL Server",
	1521: "Oracle Database",
	2379: "etcd",
	3306: "MySQL",
	5432: "PostgreSQL",
	5672: "RabbitMQ",
	5984: "CouchDB",
	6379: "Redis",
	7000: "Cassandra",
	8086: "InfluxDB",
	9042: "Cassandra",
	9092: "Kafka",
	9200: "Elasticsearch",
	11211: "memcached",
	27017: "MongoDB",
}
