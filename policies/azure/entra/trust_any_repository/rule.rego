# METADATA
# title: Workflows of any GitHub repository may sign in as the application
# description: |
#   GitHub tells in a workflow's token which repository it runs for. A flexible federated credential compares that
#   with an expression in which `*` stands for any text.
#
#   Here the expression leaves open who owns the repository, so a workflow of anybody's repository signs in.
# related_resources:
#   - https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
#   - https://docs.github.com/en/actions/reference/security/oidc
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the owner and the repository: `claims['sub'] matches 'repo:<owner>/<repository>:ref:refs/heads/*'`.
#   aliases: [CKV_AZURE_249]
package policy.azure.entra.trust_any_repository

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": trust.needs,
	"message": "The credential is good for workflows of every repository on GitHub",
} if {
	some who in input.identities
	who.provider == "azure"
	some trust in who.trust
	contains(trust.principal, "token.actions.githubusercontent.com")
	takes_everybody(trust)
}

takes_everybody(trust) if {
	asked := [condition | some condition in trust.conditions; condition.key in claims]
	count(asked) > 0
	every condition in asked {
		leaves_the_owner_open(condition)
	}
}

# An expression that asks for no claim of who somebody is.
takes_everybody(trust) if {
	count(trust.conditions) > 0
	every condition in trust.conditions {
		not condition.key in claims
	}
}

# Claims that only one owner's workflows have.
claims := {"sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref", "enterprise"}

leaves_the_owner_open(condition) if {
	condition.operator == "StringLike"
	some value in condition.values
	is_open(value)
}

is_open(value) if startswith(value, "*")

is_open(value) if contains(split(trim_prefix(value, "repo:"), "/")[0], "*")
