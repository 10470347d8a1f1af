# METADATA
# title: Environment of a Lambda function holds a credential
# description: |
#   Everyone who may look at a function's configuration sees its environment variables as plain text; so do all
#   who may read the Terraform state. The permission is part of AWS's read-only policies.
#
#   A credential there cannot be changed without deploying the function, so it tends not to be changed at all.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Keep the credential in Secrets Manager or as a SecureString, give the function its ARN, and read it at
#     run time, for instance with the Lambda extension for parameters and secrets.
#   aliases: [CKV_AWS_45]
package policy.aws.lambda.environment_credential

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
	flow.kind == "aws_lambda_function"
	message := sprintf("The function's environment holds %s; all who may look at its configuration can read it", [credential.listed(flow)])
}
