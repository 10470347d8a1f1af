# METADATA
# title: Identity may do everything through what NotAction leaves
# description: |
#   `Allow` with `NotAction` gives every action of AWS but the few that are named. Unless those of IAM are among them,
#   whoever has the policy can give itself the rest too, and so owns the account.
#
#   It is often meant as the opposite: to take something away. A statement that takes away has the effect `Deny`.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     List the actions that are needed in `Action`. To forbid some of many, keep `NotAction` out of `Allow` and name
#     them in a statement with the effect `Deny`.
package policy.aws.iam.administrator_by_not_action

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"evidence": right.evidence,
	"needs": right.needs,
	"message": message,
} if {
	some who in input.identities
	some right in array.concat(all_rights(who), rights_unless_named(who))
	message := sprintf("%s may do everything but what is named here, and can give itself that", [identity.title(who)])
}

all_rights(who) := [right | some right in who.administrator; right.action == "NotAction"]

# What is not known among the actions that are named may be the rights themselves.
rights_unless_named(who) := array.slice([right |
	some action in who.escalates_by
	some right in who.permissions[action]
	right.sweeping
	"NotAction" in right.path
	count(right.needs) > 0
], 0, 1)
