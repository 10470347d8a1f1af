# METADATA
# title: Identity may pass every role, and run something with it
# description: |
#   A service that is given a role acts with its rights: a machine, a function, a task, a build, a stack. Who may
#   pass every role to every service and start one of these runs their own code as the strongest role of the
#   account.
#
#   The right to start things is meant; which role they get is what `iam:PassRole` is there to decide.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Resource` of `iam:PassRole` the roles that have to be passed, none of them an administrator, and
#     set the condition `iam:PassedToService`. Where the policy is one of AWS, attach one of your own in its place.
#   aliases: [CKV_AWS_286, CKV_AWS_110]
package policy.aws.iam.pass_any_role

import data.lib.identity
import data.lib.passing

deny contains {
	"resource": who.id,
	"at": pass.resource,
	"path": pass.path,
	"by_reference": true,
	"needs": pass.needs,
	"evidence": identity.evidence([pass]),
	"message": message,
} if {
	some who in input.identities
	some pass in identity.anywhere(who, ["iam:PassRole"])
	not pass.services
	found := runs(who)
	count(found) > 0
	message := sprintf("%s may pass every role (%s), and so decide which one these run as: %s", [
		identity.title(who),
		identity.shown(pass),
		concat(", ", sort(found)),
	])
}

# What an identity may have run with a role.
runs(who) := {names[what] |
	some what, ways in passing.ways
	some way in ways
	identity.together(who, way)
}

names := {
	"agent": "agent code",
	"anywhere": "programs outside of AWS",
	"apprunner": "App Runner services",
	"automation": "automations",
	"autoscaling": "Auto Scaling groups",
	"batch": "Batch jobs",
	"cloudformation": "stacks",
	"codebuild": "builds",
	"codestar": "CodeStar projects",
	"data_pipeline": "data pipelines",
	"ecs": "ECS tasks",
	"emr": "EMR jobs",
	"glue": "Glue jobs",
	"identity_pool": "identity pools",
	"instance": "new instances",
	"instance_profile": "running instances",
	"lambda": "functions",
	"pod_identity": "pods",
	"sagemaker": "notebooks",
	"scheduler": "schedules",
	"step_functions": "state machines",
}
