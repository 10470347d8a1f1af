# METADATA
# title: Pipelines of every branch may act as a role that has the whole account
# description: |
#   A role that may do everything, or can give itself all rights, says in its trust policy which pipelines may act as
#   it. This one names an owner or a repository and leaves open for which branch, pull request or workspace they run.
#
#   So whoever may push a branch, without anybody looking at it, has the account.
# related_resources:
#   - https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws
#   - https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Name what may deploy in the condition on `sub`. GitHub: `repo:<owner>/<repository>:ref:refs/heads/main`, or an
#     environment with reviewers, `repo:<owner>/<repository>:environment:production`. GitLab:
#     `project_path:<group>/<project>:ref_type:branch:ref:main`. HCP Terraform:
#     `organization:<organization>:project:<project>:workspace:<workspace>:run_phase:apply`. Give pull requests and
#     plans a role of their own that only reads.
#   covers: [aws-iam-trust-every-branch]
package policy.aws.iam.trust_every_branch_of_stronger_role

import data.lib.identity
import data.lib.pipeline

deny contains {
	"resource": who.id,
	"at": found[0].resource,
	"path": found[0].path,
	"by_reference": true,
	"needs": array.concat(array.concat(trust.needs, pipeline.needs(found)), identity.needs(rights)),
	"evidence": array.concat(
		[{"resource": one.resource, "path": one.path, "note": sprintf("takes %s", [one.what])} |
			some one in array.slice(found, 1, count(found))
		],
		identity.evidence(rights),
	),
	"message": sprintf("The role, which %s, takes %s", [identity.worth(who), pipeline.listed(trust, found)]),
} if {
	some who in input.identities
	some trust in who.trust
	found := pipeline.open(trust)
	rights := by_which(who)
	count(rights) > 0
}

# What gives the role all rights, or lets it take them: one is enough.
by_which(who) := array.slice([right | some right in who.administrator; not right.narrowed], 0, 1) if {
	who.power == "administrator"
}

by_which(who) := array.slice([right |
	some action in who.escalates_by
	some right in who.permissions[action]
	right.anywhere
	not right.narrowed
], 0, 1) if {
	who.power == "escalating"
}
