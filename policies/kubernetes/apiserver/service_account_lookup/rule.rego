# METADATA
# title: API server takes tokens of service accounts that are gone
# description: |
#   With this switched off the API server checks the signature of a token only, not whether the service
#   account and the token still exist.
#
#   A token that was stolen keeps working after somebody has noticed and deleted the account.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag, or set `--service-account-lookup=true`.
#   aliases: [CKV_K8S_96, KCV-0024, C-0135]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.22"]
package policy.kubernetes.apiserver.service_account_lookup

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	flags.switch(program, "service-account-lookup", true) == false
	path := flags.place(program, "service-account-lookup")
	message := sprintf("kube-apiserver %s, so that tokens of deleted service accounts keep working", [flags.shown(program, "service-account-lookup")])
}
