# METADATA
# title: Identity may run its own commands in a build that has a stronger role
# description: |
#   Who starts a build in CodeBuild may give it other commands than those of the repository. The commands run with
#   the rights of the project's role.
#
#   Here the role of a project that the identity may build has all rights, or enough to get them. That is common
#   where a pipeline deploys with an administrator's role, and turns everybody who may start it into an
#   administrator.
# related_resources:
#   - https://docs.aws.amazon.com/codebuild/latest/userguide/run-build.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodebuild.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the project a role with the rights that its builds need, and name in `Resource` the projects that the
#     identity has to build.
package policy.aws.iam.build_with_stronger_role

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
	message := sprintf("%s may run its own commands in a build with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["codebuild:StartBuild", "codebuild:StartBuildBatch", "codebuild:UpdateProject"]

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[]]
