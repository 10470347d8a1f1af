# METADATA
# title: Everything is routed to a peer network
# description: |
#   A peering connection joins two networks, often of two teams or companies. A route sends what is meant for the
#   other network to it. This one sends everything there that no other route takes: each address of the peer can
#   be reached, also those that it adds later, and what was meant for the internet ends in a network that does not
#   pass it on.
#
#   The networks of the peer that are needed are known: they can be written out.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
#   - https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Route the networks of the peer that are needed instead of `0.0.0.0/0` or `::/0`.
#   aliases: [CKV2_AWS_44]
package policy.aws.vpc.default_route_to_peer

import data.lib.network
import data.lib.setting

deny contains {"resource": route.id, "path": [destination], "by_reference": true, "message": message} if {
	some route in input.resources.aws_route
	peered(route.attributes, [path | some path in route.unknown])
	some destination in ["destination_cidr_block", "destination_ipv6_cidr_block"]
	network.is_internet(route.attributes[destination])
	message := sprintf("%s goes to a peering connection", [route.attributes[destination]])
}

deny contains {"resource": table.id, "path": ["route", i, destination], "by_reference": true, "message": message} if {
	some kind in ["aws_route_table", "aws_default_route_table"]
	some table in input.resources[kind]
	some i, route in table.attributes.route
	peered(route, [array.slice(path, 2, count(path)) | some path in table.unknown; array.slice(path, 0, 2) == ["route", i]])
	some destination in ["cidr_block", "ipv6_cidr_block"]
	network.is_internet(route[destination])
	message := sprintf("%s goes to a peering connection", [route[destination]])
}

peered(route, _) if setting.is_set(route, "vpc_peering_connection_id")

# The id of a connection that is made here is not known yet.
peered(_, unknown) if ["vpc_peering_connection_id"] in unknown
