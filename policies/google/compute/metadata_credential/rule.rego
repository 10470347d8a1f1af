# METADATA
# title: Metadata of a Google virtual machine holds a credential
# description: |
#   Metadata of an instance, a template or a project is plain text. Every process on a machine reads it from the
#   metadata server without asking anyone, and so does everyone who may view the machine.
# related_resources:
#   - https://cloud.google.com/compute/docs/metadata/overview
#   - https://cloud.google.com/secret-manager/docs/access-secret-version
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Keep the credential in Secret Manager, let the machine's service account read it, and fetch it in the
#     startup script.
package policy.google.compute.metadata_credential

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
	flow.sink == "user-data"
	startswith(flow.kind, "google_")
	message := sprintf("Metadata holds %s; every process on the machine, and all who may view it, can read it", [credential.listed(flow)])
}
