# METADATA
# title: Container definition of an ECS task holds a credential
# description: |
#   A task definition is stored as plain text, in every revision there ever was, and everyone who may describe
#   task definitions can read it. What is written in its `environment` or its command line is shown in the
#   console too.
#
#   ECS can fetch secrets itself when it starts a container, so that the definition holds nothing but their
#   names.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Put the credential into Secrets Manager or an SSM SecureString and name it under `secrets` with
#     `valueFrom` instead of `environment`. Replace it, since old revisions keep it.
#   aliases: [AWS-0036, AC_AWS_0095]
package policy.aws.ecs.environment_credential

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
	flow.kind == "aws_ecs_task_definition"
	message := sprintf("The container definition holds %s; all who may describe task definitions can read it", [credential.listed(flow)])
}
