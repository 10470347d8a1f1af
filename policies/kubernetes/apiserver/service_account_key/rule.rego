# METADATA
# title: API server checks service account tokens with the key of its certificate
# description: |
#   With this key the API server checks the tokens of service accounts. Where none is named it takes the key
#   of its serving certificate.
#
#   Changing that certificate then makes all tokens worthless at once, so that it is not changed when it
#   should be.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Make a pair of keys for tokens alone; set `--service-account-key-file` to the public one and
#     `--service-account-signing-key-file` to the private one.
#   aliases: [KCV-0025, C-0136]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.23"]
package policy.kubernetes.apiserver.service_account_key

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	count(flags.missing(program, ["service-account-key-file"])) > 0
	path := flags.place(program, "service-account-key-file")
	needs := flags.needs(program, "service-account-key-file")
	message := "kube-apiserver does not set --service-account-key-file"
}
