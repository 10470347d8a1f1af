# METADATA
# title: Identity may open a notebook that has a stronger role
# description: |
#   A SageMaker notebook is a machine in the browser, and whoever has its signed address can use it. Code in it
#   runs with the rights of the notebook's role.
#
#   Here the role of a notebook whose address the identity may ask for has all rights, or enough to get them.
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
	some right in identity.over_running(who, actions)
	some way in ways
	rights := array.concat([right], identity.together(who, way))
	message := sprintf("%s may open a notebook with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["sagemaker:CreatePresignedNotebookInstanceUrl"]

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[]]
