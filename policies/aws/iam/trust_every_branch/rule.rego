# METADATA
# title: Pipelines of every branch may act as the role
# description: |
#   GitHub, GitLab and HCP Terraform tell AWS for which branch, pull request or workspace a pipeline runs, and a role
#   may say which of them it takes. This one names an owner or a repository and leaves the rest open, so code that
#   nobody has looked at yet runs with its rights.
#
#   Whoever may push a branch has them, whatever rules hold for the main one.
# related_resources:
#   - https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
#   - https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Name what may deploy in the condition on `sub`. GitHub: `repo:<owner>/<repository>:ref:refs/heads/main`, or an
#     environment with reviewers, `repo:<owner>/<repository>:environment:production`. GitLab:
#     `project_path:<group>/<project>:ref_type:branch:ref:main`. HCP Terraform:
#     `organization:<organization>:project:<project>:workspace:<workspace>:run_phase:apply`. Give pull requests and
#     plans a role of their own that only reads.
package policy.aws.iam.trust_every_branch

import data.lib.pipeline

deny contains {
	"resource": who.id,
	"at": found[0].resource,
	"path": found[0].path,
	"by_reference": true,
	"needs": array.concat(trust.needs, pipeline.needs(found)),
	"evidence": [{"resource": one.resource, "path": one.path, "note": sprintf("takes %s", [one.what])} |
		some one in array.slice(found, 1, count(found))
	],
	"message": sprintf("The role takes %s", [pipeline.listed(trust, found)]),
} if {
	some who in input.identities
	some trust in who.trust
	found := pipeline.open(trust)
}
