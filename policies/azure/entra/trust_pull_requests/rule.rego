# METADATA
# title: Workflows of pull requests may sign in as a privileged identity
# description: |
#   The subject `repo:<owner>/<repository>:pull_request` is that of every workflow which a pull request starts in the
#   repository. It runs what the pull request changes before anybody has looked at it.
#
#   Here such a workflow signs in as an identity that may do everything in a subscription or the directory, or enough
#   to get there: whoever may push a branch has that.
# related_resources:
#   - https://docs.github.com/en/actions/reference/security/oidc
#   - https://learn.microsoft.com/entra/workload-id/workload-identity-federation
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Use the subject of a branch or of an environment with reviewers for this identity, and one that only reads for
#     pull requests.
package policy.azure.entra.trust_pull_requests

import data.lib.azure

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": trust.needs,
	"message": sprintf("Workflows of any pull request sign in as %s, which is worth the subscription or the directory", [lower(azure.title(who))]),
} if {
	some who in azure.identities
	who.power != "ordinary"
	some trust in who.trust
	contains(trust.principal, "token.actions.githubusercontent.com")
	some condition in trust.conditions
	condition.key == "sub"
	some value in condition.values
	is_of_pull_requests(condition, value)
}

is_of_pull_requests(_, value) if endswith(value, ":pull_request")

# One that takes all there is of a repository.
is_of_pull_requests(condition, value) if {
	condition.operator == "StringLike"
	contains(value, "/")
	endswith(value, ":*")
	count(split(value, ":")) == 3
}
