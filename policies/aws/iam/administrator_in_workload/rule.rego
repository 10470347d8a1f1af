# METADATA
# title: Program has a role that may do everything
# description: |
#   A function, task, pod or job finds the credentials of its role in its environment, and so does whoever gets it
#   to run something else: through a hole in the program, in a library or in the image.
#
#   Here these credentials are good for the whole account.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the program a role that allows what it needs.
#   outweighs: [aws-iam-administrator-role]
package policy.aws.iam.administrator_in_workload

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": holder.id,
	"path": holder.via,
	"by_reference": true,
	"needs": right.needs,
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in who.administrator
	some holder in who.holders
	holder.how in hows
	message := sprintf("%s has a role that may do everything (%s)", [titles[holder.how], identity.shown(right)])
}

hows := ["apprunner", "batch", "ecs", "glue", "lambda", "mwaa", "notebook", "sagemaker", "service-account", "studio"]

titles := {"apprunner": "The service", "batch": "The job", "ecs": "The task", "glue": "The job", "lambda": "The function", "mwaa": "The environment", "notebook": "The notebook", "sagemaker": "The model", "service-account": "The service account", "studio": "The studio"}
