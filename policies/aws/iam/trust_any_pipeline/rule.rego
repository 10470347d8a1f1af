# METADATA
# title: Pipelines of any customer of the provider may act as the role
# description: |
#   Services that run pipelines for everybody, as gitlab.com, HCP Terraform or Buildkite, tell AWS which project
#   one runs for, and a role says in its trust policy which ones it takes, by the condition on `sub`. Without that
#   condition, or with one that leaves the owner open, a pipeline of any customer may act as the role.
#
#   The audience (`aud`) does not help: everybody may choose it.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
#   - https://docs.gitlab.com/ci/cloud_services/aws/
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Add a condition on `<provider>:sub` that begins with the owner and the project:
#     `project_path:<group>/<project>:ref_type:branch:ref:main`.
package policy.aws.iam.trust_any_pipeline

import data.lib.trust as asked

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": trust.needs,
	"message": message,
} if {
	some who in input.identities
	some trust in who.trust
	some host, claims in shared
	asked.provider(trust) == host
	takes_everybody(trust, claims)
	message := sprintf("The role trusts pipelines of every customer of %s", [host])
}

takes_everybody(trust, claims) if not asked.asks_who(trust, claims)

takes_everybody(trust, claims) if {
	asked.names_nobody(trust, everybody)
	not asked.asks_who(trust, array.slice(claims, 1, count(claims)))
}

everybody := {"*", "project_path:*", "project_path:*/*", "organization:*", "organization:*:*", "workspace:*"}

# Providers that all customers share, with the claims that only one customer's pipelines have: the subject, and others.
shared := {
	"agent.buildkite.com": ["sub", "organization_slug", "pipeline_id"],
	"app.terraform.io": ["sub", "terraform_organization_id", "terraform_workspace_id"],
	"gitlab.com": ["sub", "namespace_id", "namespace_path", "project_id", "project_path"],
	"oidc.vercel.com": ["sub"],
}
