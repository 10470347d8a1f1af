# METADATA
# title: Plain setting of a service holds a credential
# description: |
#   Start scripts of virtual machines, environment variables, build variables and key-value stores are kept as
#   plain text by all providers. Everyone who may view the service can read them, which is seldom meant to be
#   the same people as those who may know the credential.
# related_resources:
#   - https://developer.hashicorp.com/terraform/cloud-docs/workspaces/variables/managing-variables#sensitive-values
#   - https://docs.github.com/actions/learn-github-actions/variables
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Use what the service has for secrets: a secret of GitHub Actions in place of a variable, a masked or
#     sensitive variable, a secret type; or let the machine fetch it from a secret store.
package policy.terraform.service.plain_credential

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
	flow.sink in {"user-data", "environment", "item", "parameter", "object", "definition"}
	not provider(flow.kind) in {"aws", "azurerm", "google"}
	message := sprintf("This setting is plain text and holds %s", [credential.listed(flow)])
}

provider(kind) := split(kind, "_")[0]
