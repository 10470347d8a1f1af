# METADATA
# title: Program can act as an administrator
# description: |
#   The role of a program may let it act as another role, and that one as a further one. A policy that looks
#   harmless, with `sts:AssumeRole` in it, then is worth what stands at the end of the chain.
#
#   Here a machine, function, task or pod can get to a role with all rights, or enough to get them. Whoever gets
#   the program to run something else can too.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html#iam-term-role-chaining
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Take the right to assume the role from the program, or its name from the trust of the role.
package policy.aws.iam.workload_becomes_administrator

import data.lib.identity

deny contains {
	"resource": who.id,
	"path": [],
	"by_reference": true,
	"needs": array.concat(goal.needs, goal.doubts),
	"evidence": evidence,
	"message": message,
} if {
	some who in input.identities
	who.power == "ordinary"
	some holder in who.holders
	some goal in who.becomes
	goal.id in roles
	identity.stronger(goal)
	evidence := array.concat(
		[{"resource": holder.id, "path": holder.via, "note": "runs as the role"}],
		goal.evidence,
	)
	message := sprintf("What runs as the role can act as %s, which can get all rights", [identity.address(goal.id)])
}

# Other clouds have rules of their own.
roles contains who.id if {
	some who in input.identities
	who.provider == "aws"
}
