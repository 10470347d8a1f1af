# METADATA
# title: Plain parameter of Systems Manager holds a credential
# description: |
#   Parameters of type `String` and `StringList` are not encrypted with a key whose use can be limited: everyone
#   who may read parameters reads them, the console shows them at once, and so do all read-only policies.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `type` to `SecureString`, with `key_id` naming a key of your own where readers are to be limited.
package policy.aws.ssm.parameter_credential

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
	flow.sink == "parameter"
	startswith(flow.kind, "aws_")
	message := sprintf("The parameter is not a SecureString and holds %s", [credential.listed(flow)])
}
