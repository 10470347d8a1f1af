# METADATA
# title: Identity may use a notebook that has a stronger role
# description: |
#   A SageMaker notebook is a machine in the browser, and whoever has its signed address can use it. Whoever may
#   change and start it can give it a script that it runs as root. Code in it has the rights of the notebook's role.
#
#   Here the role of a notebook that the identity may open or change so has all rights, or enough to get them.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-restrict-access.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the notebook a role with the rights it needs, and name in `Resource` the notebooks that the identity
#     works with.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.notebook_with_stronger_role

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.doubts(right), identity.needs(rights)),
	"evidence": identity.evidence(rights),
	"message": message,
} if {
	some who in input.identities
	some [action, way] in ways
	some right in identity.over_running(who, [action])
	rights := array.concat([right], identity.together(who, way))
	message := sprintf("%s may use a notebook with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

# Each with what else it takes: a list of steps, each step the actions of which one is needed.
ways := [
	["sagemaker:CreatePresignedNotebookInstanceUrl", []],
	[
		"sagemaker:UpdateNotebookInstance",
		[["sagemaker:CreateNotebookInstanceLifecycleConfig"], ["sagemaker:StartNotebookInstance"]],
	],
]
