# METADATA
# title: Environment of a serverless Google service holds a credential
# description: |
#   Cloud Run, Cloud Functions, App Engine, Cloud Build, Composer and Workflows keep environment variables and
#   definitions as plain text. Everyone who may view the service reads them, in every revision there ever was.
# related_resources:
#   - https://cloud.google.com/run/docs/configuring/services/secrets
#   - https://cloud.google.com/functions/docs/configuring/secrets
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Keep the credential in Secret Manager and refer to it: `value_source` with `secret_key_ref` in Cloud
#     Run, `secret_environment_variables` in Cloud Functions, `available_secrets` in Cloud Build.
package policy.google.run.environment_credential

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
	flow.sink in {"environment", "definition"}
	startswith(flow.kind, "google_")
	message := sprintf("The service's settings hold %s; all who may view it can read it", [credential.listed(flow)])
}
