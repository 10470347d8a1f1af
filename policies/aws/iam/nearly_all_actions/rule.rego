# METADATA
# title: Identity may do nearly everything
# description: |
#   A statement with `NotAction` allows all actions but some, those of services to come included, and a `*` that
#   other statements take something from does so too. Without IAM itself it still reaches the machines, functions
#   and secrets of the account, and through them the roles that these have.
#
#   PowerUserAccess of AWS is such a policy.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     List the actions that are needed in `Action`.
package policy.aws.iam.nearly_all_actions

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": place.resource,
	"path": place.path,
	"by_reference": true,
	"evidence": place.evidence,
	"needs": place.needs,
	"message": message,
} if {
	some who in input.identities
	who.provider == "aws"
	who.power != "administrator"
	some place in places(who)
	message := sprintf("%s may do everything but what is left out", [identity.title(who)])
}

places(who) := {place |
	some rights in who.permissions
	some right in rights
	right.sweeping
	right.anywhere
	not right.narrowed
	place := {"resource": right.resource, "path": right.path, "evidence": right.evidence, "needs": right.needs}
}
