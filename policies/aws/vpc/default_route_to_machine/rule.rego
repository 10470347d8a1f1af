# METADATA
# title: Way out to the internet leads through a single machine
# description: |
#   Machines in a private subnet reach the internet through something that translates their addresses. Here that
#   is a machine of one's own: when it stops, is full, or is broken into, the whole subnet is cut off or listened
#   to.
#
#   A NAT gateway is run by AWS and grows by itself. It costs more than a small machine, so this is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Route to an `aws_nat_gateway` with `nat_gateway_id` instead.
#   aliases: [CKV2_AWS_35]
package policy.aws.vpc.default_route_to_machine

import data.lib.graph
import data.lib.network
import data.lib.setting

deny contains {"resource": route.id, "path": [argument], "by_reference": true, "message": message} if {
	some route in input.resources.aws_route
	some destination in ["destination_cidr_block", "destination_ipv6_cidr_block"]
	network.is_internet(route.attributes[destination])
	some argument in ["instance_id", "network_interface_id"]
	leads_to_machine(route, route.attributes, [], argument)
	message := sprintf("%s leads to a machine", [route.attributes[destination]])
}

deny contains {"resource": table.id, "path": ["route", i, argument], "by_reference": true, "message": message} if {
	some kind in ["aws_route_table", "aws_default_route_table"]
	some table in input.resources[kind]
	some i, route in table.attributes.route
	some destination in ["cidr_block", "ipv6_cidr_block"]
	network.is_internet(route[destination])
	some argument in ["instance_id", "network_interface_id"]
	leads_to_machine(table, route, ["route", i], argument)
	message := sprintf("%s leads to a machine", [route[destination]])
}

leads_to_machine(_, route, _, argument) if {
	argument == "instance_id"
	setting.is_set(route, argument)
}

leads_to_machine(holder, _, place, argument) if {
	some reference in holder.references
	reference.kind == "aws_instance"
	reference.via == array.concat(place, [argument])
}
