# METADATA
# title: Any account may connect to the endpoint service
# description: |
#   An endpoint service lets other accounts reach a load balancer over PrivateLink, as if it stood in their own
#   network. Here every account of AWS may ask for a connection, and gets it without anybody having to agree.
#
#   What is behind was meant for a network of one's own or for partners, and often asks for no login.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
#   - https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-resources.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts in place of `*`, or set `acceptance_required` to `true`.
package policy.aws.vpc.endpoint_service_for_anyone

import data.lib.attribute
import data.lib.graph

deny contains {"resource": service.id, "path": ["allowed_principals", i], "message": message, "needs": needs} if {
	some service in input.resources.aws_vpc_endpoint_service
	accepts_all(service)
	some i, principal in service.attributes.allowed_principals
	principal == "*"
	needs := [{"resource": service.id, "path": ["acceptance_required"]}]
}

deny contains {
	"resource": service.id,
	"at": permission.id,
	"path": ["principal_arn"],
	"message": message,
	"needs": [{"resource": service.id, "path": ["acceptance_required"]}],
} if {
	some service in input.resources.aws_vpc_endpoint_service
	accepts_all(service)
	some permission in graph.referrers_via(service, "aws_vpc_endpoint_service_allowed_principal", "vpc_endpoint_service_id")
	permission.attributes.principal_arn == "*"
}

accepts_all(service) if not attribute.is_true(service.attributes.acceptance_required)

message := "Every account may connect, and nobody has to agree"
