# METADATA
# title: Output shows a credential
# description: |
#   An output of the root module is printed at the end of every run, so it ends in the logs of pipelines, and other
#   configurations read it from the state. Terraform refuses to print what a provider's schema or a variable declares
#   sensitive, until an output is declared so too; it prints a credential of which that mark was lost: taken away by
#   `nonsensitive`, not made by the provider (`random_string`, a user's login password, a rendered template, `output`
#   of `terraform_data`), or not declared of a variable. A module without a `provider` block is left to its callers.
# related_resources:
#   - https://developer.hashicorp.com/terraform/language/values/outputs#sensitive
#   - https://developer.hashicorp.com/terraform/language/state/sensitive-data
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the output and let its readers fetch the credential from a secret store. Where it has to be
#     handed over, set `sensitive = true` and do not take the mark away with `nonsensitive`; make passwords with
#     `random_password`, and declare variables that hold them `sensitive`.
package policy.terraform.output.credential

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
	flow.sink == "output"
	message := sprintf("The output prints %s at the end of every run", [credential.listed(flow)])
}
