# METADATA
# title: VPC Lattice network asks nobody who they are
# description: |
#   VPC Lattice passes requests from the VPCs of a service network on to its services. This network checks no
#   signatures and no policy, so what runs in any of those VPCs may call every service that does not check by itself.
#
#   With `AWS_IAM`, a policy for the whole network says which accounts, roles or VPCs get through at all, and each
#   service may narrow that further.
# related_resources:
#   - https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
#   - https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-network-access.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Set `auth_type` to `AWS_IAM`, and say in an `aws_vpclattice_auth_policy` who may call. Callers then have to sign
#     their requests, unless the policy lets through what is not signed.
package policy.aws.vpclattice.network_without_authentication

import data.lib.graph
import data.lib.setting

deny contains {"resource": network.id, "path": ["auth_type"], "needs": needs(network), "message": message} if {
	some network in input.resources.aws_vpclattice_service_network
	message := setting.other(network.attributes, "auth_type", {"AWS_IAM"}, "NONE")
	not every_service_asks(network)
}

every_service_asks(network) if {
	count(associations(network)) > 0
	every association in associations(network) {
		some service in services(association)
		service.attributes.auth_type == "AWS_IAM"
	}
}

associations(network) := graph.referrers_via(
	network,
	"aws_vpclattice_service_network_service_association",
	"service_network_identifier",
)

services(association) := graph.targets_via(association, "aws_vpclattice_service", "service_identifier")

needs(network) := array.concat(
	graph.unresolved(network, "aws_vpclattice_service_network_service_association", "service_network_identifier"),
	array.concat(
		[{"resource": service.id, "path": ["auth_type"]} |
			some association in associations(network)
			some service in services(association)
		],
		[{"resource": association.id, "path": ["service_identifier"]} |
			some association in associations(network)
			count(services(association)) == 0
		],
	),
)
