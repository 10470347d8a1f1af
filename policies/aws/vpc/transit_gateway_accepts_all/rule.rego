# METADATA
# title: Transit gateway lets every network in that asks
# description: |
#   A transit gateway is a router between networks, also of several accounts. An account that it is shared with
#   asks to attach a network. This gateway says yes by itself, and gives what it accepts its routes, so whoever may
#   attach a network in any of these accounts gets a way to the others.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-23
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `auto_accept_shared_attachments`, or set it to `disable`, and accept attachments with
#     `aws_ec2_transit_gateway_vpc_attachment_accepter`. Or set `default_route_table_association` and
#     `default_route_table_propagation` to `disable`: what is attached then gets no routes by itself.
#   aliases: [CKV_AWS_331]
package policy.aws.vpc.transit_gateway_accepts_all

deny contains {"resource": gateway.id, "path": ["auto_accept_shared_attachments"], "needs": needs, "message": message} if {
	some gateway in input.resources.aws_ec2_transit_gateway
	gateway.attributes.auto_accept_shared_attachments == "enable"
	giving := {table | some table in tables; object.get(gateway.attributes, table, "enable") != "disable"}
	count(giving) > 0
	needs := [{"resource": gateway.id, "path": [table]} | not surely_giving(gateway, giving); some table in giving]
	message := "`auto_accept_shared_attachments` is `enable`"
}

surely_giving(gateway, giving) if {
	some table in giving
	not [table] in gateway.unknown
}

# Whose routes an attachment that nobody has looked at gets, and who gets routes to it.
tables := ["default_route_table_association", "default_route_table_propagation"]
