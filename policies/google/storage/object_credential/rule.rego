# METADATA
# title: Object or document in a Google store holds a credential
# description: |
#   A file in a bucket or a document in Firestore is data: everyone whom a binding of the bucket or the project
#   lets in can read it, and copies stay behind in old versions and exports.
# related_resources:
#   - https://cloud.google.com/storage/docs/best-practices
#   - https://cloud.google.com/secret-manager/docs/overview
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Store the credential in Secret Manager and let whoever needs it read it there. Delete all versions of
#     the object and replace the credential.
package policy.google.storage.object_credential

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
	flow.sink in {"object", "item", "parameter"}
	startswith(flow.kind, "google_")
	message := sprintf("The object holds %s; all who may read its store can read it", [credential.listed(flow)])
}
