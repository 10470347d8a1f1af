# METADATA
# title: Settings of a managed AWS service hold a credential
# description: |
#   App Runner, Batch, Glue, Elastic Beanstalk, Amplify, SageMaker and the like keep environment variables and
#   arguments as plain text. Whoever may describe the service reads them, and job arguments turn up in logs and
#   in the list of processes.
# related_resources:
#   - https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html
#   - https://docs.aws.amazon.com/batch/latest/userguide/specifying-sensitive-data.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Keep the credential in Secrets Manager or an SSM SecureString and hand over its name: App Runner has
#     `runtime_environment_secrets`, Batch has `secrets`; let other jobs read it with their role.
package policy.aws.compute.environment_credential

import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": flow.unknown,
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "environment"
	startswith(flow.kind, "aws_")
	not flow.kind in {"aws_lambda_function", "aws_ecs_task_definition", "aws_codebuild_project"}
	message := sprintf("The settings hold %s; all who may describe them can read it", [credential.listed(flow)])
}
