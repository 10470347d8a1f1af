# METADATA
# title: Identity may open a studio that has a stronger role
# description: |
#   A profile of SageMaker Studio is a workplace in the browser, and whoever has its signed address can use it. Code
#   in it runs with the rights of the profile's role.
#
#   Here the role of a profile whose address the identity may ask for has all rights, or enough to get them.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the profile a role with the rights it needs, and name in `Resource` the profiles that the identity works
#     with.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.studio_with_stronger_role

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.doubts(right), identity.needs([right])),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_running(who, ["sagemaker:CreatePresignedDomainUrl"])
	message := sprintf("%s may open a studio with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}
