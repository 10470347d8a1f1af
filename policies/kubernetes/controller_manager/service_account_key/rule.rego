# METADATA
# title: Controller manager has no key for service account tokens
# description: |
#   With this key the controller manager signs long-lived tokens of service accounts. Without one it makes
#   none, and Secrets that ask for a token stay empty.
#
#   What relies on them then gets credentials of another kind, put there by hand.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--service-account-private-key-file` to the private key whose public half the API server has in
#     `--service-account-key-file`.
#   aliases: [KCV-0036, C-0147]
#   compliance:
#     cis-kubernetes-1.8: ["1.3.4"]
package policy.kubernetes.controller_manager.service_account_key

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-controller-manager")
	count(flags.missing(program, ["service-account-private-key-file"])) > 0
	path := flags.place(program, "service-account-private-key-file")
	needs := flags.needs(program, "service-account-private-key-file")
	message := "kube-controller-manager does not set --service-account-private-key-file"
}
