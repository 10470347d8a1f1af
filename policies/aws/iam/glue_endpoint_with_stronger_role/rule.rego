# METADATA
# title: Identity may use a Glue endpoint or job that has a stronger role
# description: |
#   A development endpoint of Glue is a machine that one logs in to by SSH, and a job is a script. Who may change
#   them puts their own key on the one, or their own script into the other, and works with the rights of its role.
#
#   Here that role has all rights, or enough to get them. No right to pass roles is needed for that.
# related_resources:
#   - https://docs.aws.amazon.com/glue/latest/dg/security-iam.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the endpoint or job a role with the rights it needs, and name in `Resource` those that the identity
#     works with.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.glue_endpoint_with_stronger_role

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
	message := sprintf("%s may run its own code in Glue with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["glue:UpdateDevEndpoint", "glue:UpdateJob"]

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[]]
