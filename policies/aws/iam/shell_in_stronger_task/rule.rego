# METADATA
# title: Identity may open a shell in a container that has a stronger role
# description: |
#   ECS Exec runs a command in a container that runs already. Every program in a container can ask for the
#   credentials of its task's role, and so can whoever may run commands there.
#
#   Here a task that the identity can reach has a role with all rights, or enough to get them.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the task a role with the rights it needs, and name in `Resource` the clusters and tasks that the
#     identity has to keep.
package policy.aws.iam.shell_in_stronger_task

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
	message := sprintf("%s may open a shell in a container with a stronger role (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["ecs:ExecuteCommand"]

# What else it takes: each way is a list of steps, each step the actions of which one is needed.
ways := [[]]
