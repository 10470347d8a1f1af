# METADATA
# title: Tag, label or description holds a credential
# description: |
#   Tags, labels, annotations and descriptions are made to be seen: lists, bills, logs and events show them, and
#   rights to read them are given to everybody.
# related_resources:
#   - https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the value and replace the credential. Keep it in a secret store; a tag may hold its name. A notification
#     channel of Google Cloud has `sensitive_labels` for it.
package policy.terraform.label.credential

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
	flow.sink == "label"
	message := sprintf("%s, and this one holds %s", [shown(flow.kind), credential.listed(flow)])
}

# They are called labels, and tell it where to send to.
shown(kind) := "The labels of a notification channel are its settings, which all who may view it can read" if {
	kind == "google_monitoring_notification_channel"
} else := "Tags, labels and descriptions are shown to everyone"
