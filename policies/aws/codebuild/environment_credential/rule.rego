# METADATA
# title: Plain-text variable of a CodeBuild project holds a credential
# description: |
#   A build project shows its variables of type `PLAINTEXT` to everyone who may look at projects or builds, and
#   build logs print them easily.
#
#   Builds usually hold the keys to production: what is taken from here deploys code.
# related_resources:
#   - https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html#change-project-console-environment
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `type` to `SECRETS_MANAGER` or `PARAMETER_STORE` and `value` to the name of the secret, and let the
#     project's role read it.
package policy.aws.codebuild.environment_credential

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
	flow.kind == "aws_codebuild_project"
	message := sprintf("The build's environment holds %s as plain text", [credential.listed(flow)])
}
