# METADATA
# title: Policy of a VPC Lattice service lets everybody call it
# description: |
#   A service of VPC Lattice is called from the VPCs of its networks. Its policy says who may; a statement of this one
#   names everybody without any condition, also those who do not sign their requests.
#
#   So the policy keeps nobody out: whatever runs in one of those VPCs, in whichever account, may use the service.
# related_resources:
#   - https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name accounts or roles in `Principal`, or add a condition such as `aws:PrincipalOrgID`,
#     `vpc-lattice-svcs:SourceVpc`, or `aws:PrincipalType` that is not `anonymous`.
package policy.aws.vpclattice.open_policy

import data.lib.attribute
import data.lib.graph
import data.lib.iam
import data.lib.resource_policy

deny contains {
	"resource": policy.id,
	"path": array.concat(["policy"], array.concat(statement.path, step)),
	"needs": array.concat(
		attribute.unknown_below(policy, array.concat(["policy"], array.concat(statement.path, ["Condition"]))),
		[{"resource": policy.id, "path": ["resource_identifier"]} | not graph.refers_through(policy, ["resource_identifier"])],
	),
	"message": "The statement lets everybody call the service, signed or not",
} if {
	some policy in input.resources.aws_vpclattice_auth_policy
	not of_network(policy)
	some statement in iam.statements(policy.attributes.policy)
	statement.body.Effect == "Allow"
	count(object.get(statement.body, "Condition", {})) == 0
	some step in resource_policy.everybody(statement.body)
}

# There, it is what lets each service say who may call it.
of_network(policy) if count(graph.targets(policy, "aws_vpclattice_service_network")) > 0

of_network(policy) if count(graph.targets(policy, "data.aws_vpclattice_service_network")) > 0

of_network(policy) if startswith(policy.attributes.resource_identifier, "sn-")

of_network(policy) if contains(policy.attributes.resource_identifier, ":servicenetwork/")
