# METADATA
# title: Workflows of any GitHub repository may act as the role
# description: |
#   GitHub tells AWS which repository and branch a workflow runs for, and a role says in its trust policy which
#   ones it takes, by the condition on `sub`. Without that condition, or with one that leaves the owner of the
#   repository open, a workflow of anybody's repository may act as the role.
#
#   The audience (`aud`) does not help: it is the same for everybody. Nor does a subject that has nothing but what each
#   repository chooses for itself, such as the name of an environment.
# related_resources:
#   - https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Add a condition on `token.actions.githubusercontent.com:sub` that begins with the owner and the
#     repository: `repo:<owner>/<repository>:ref:refs/heads/main`.
#   aliases: [CKV_AWS_358, CKV_AWS_393]
package policy.aws.iam.trust_any_github_repository

import data.lib.trust as asked

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": array.concat(trust.needs, partly_unknown(trust)),
	"message": message,
} if {
	some who in input.identities
	some trust in who.trust
	asked.provider(trust) == "token.actions.githubusercontent.com"
	takes_everybody(trust)
	message := "The role trusts workflows of every repository on GitHub"
}

takes_everybody(trust) if not asked.asks_who(trust, claims)

# Where several conditions on the subject have to hold, none of them may name an owner.
takes_everybody(trust) if {
	not asked.asks_who(trust, of_owners)
	count(asked.claims(trust, "sub")) > 0
	every condition in asked.claims(trust, "sub") {
		takes_any_owner(condition)
	}
}

takes_any_owner(condition) if {
	some value in asked.patterns(condition)
	leaves_the_owner_open(value)
}

takes_any_owner(condition) if {
	some value in condition.values
	names_no_owner(value)
}

claims := array.concat(["sub"], of_owners)

# Claims that only one owner's workflows have.
of_owners := ["repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref", "enterprise"]

# A repository may put other claims into its subjects than its name. Colons in their values are written as `%3A`.
names_no_owner(value) if {
	regex.match("^(actor|base_ref|context|environment|event_name|head_ref|ref|workflow):", value)
	not regex.match("(^|:)(repo|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref|enterprise):", value)
}

leaves_the_owner_open(value) if startswith(value, "*")

leaves_the_owner_open(value) if {
	startswith(value, "repo")
	contains(split(value, "/")[0], "*")
}

# As `needs`: subjects in which something unknown may name an owner, where no other takes everybody.
partly_unknown(trust) := [{"resource": condition.resource, "path": path} |
	some condition in asked.claims(trust, "sub")
	open := {value | some value in asked.patterns(condition); leaves_the_owner_open(value)}
	count(open) > 0
	every value in open {
		contains(split(value, "*")[0], "${}")
	}

	# One value, or a list of them.
	some path in array.concat([condition.path], [array.concat(condition.path, [i]) | some i, _ in condition.values])
]
