# METADATA
# title: Program can act as an administrator
# description: |
#   A service account may be allowed to act as another one: to get its tokens, to make keys for it, to run something as it.
#   A role that looks harmless then is worth what stands at the end of the chain.
#
#   Here a machine, function, service or pod can get to an account with all rights, or enough to get them. Whoever gets the
#   program to run something else can too.
# related_resources:
#   - https://cloud.google.com/iam/docs/service-account-impersonation
#   - https://cloud.google.com/iam/docs/service-account-permissions
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Take the right over the stronger account from the program's, or the strong role from that account.
package policy.google.iam.workload_becomes_administrator

import data.lib.identity
import data.lib.member

deny contains {
	"resource": who.id,
	"path": [],
	"by_reference": true,
	"needs": array.concat(goal.needs, goal.doubts),
	"evidence": evidence,
	"message": message,
} if {
	some who in member.accounts
	who.power == "ordinary"
	holder := running_as(who)[0]
	some goal in who.becomes
	identity.stronger(goal)

	# Rights over every account of a project are reported as such.
	not covers_all(who)
	evidence := array.concat([{"resource": holder.id, "path": holder.via, "note": "runs as the account"}], goal.evidence)
	message := sprintf("What runs as the account can act as %s, which can get all rights", [goal.id])
}

covers_all(who) if count(identity.anywhere(who, ["iam.serviceAccounts.actAs"])) > 0

# What runs a program as the account: a key does not.
running_as(who) := [holder |
	some holder in who.holders
	holder.how != "key"
]
