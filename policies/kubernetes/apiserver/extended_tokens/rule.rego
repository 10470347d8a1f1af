# METADATA
# title: Tokens of service accounts live for a year
# description: |
#   Tokens that pods get are meant for an hour. For the sake of old clients, which do not read the new token
#   from the file, the API server makes them last a year unless it is told not to.
#
#   A token that was stolen from a pod works that much longer.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--service-account-extend-token-expiration=false` when the metric
#     `serviceaccount_stale_tokens_total` stays at zero.
#   aliases: [C-0290]
package policy.kubernetes.apiserver.extended_tokens

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.switch(program, "service-account-extend-token-expiration", true) == true
	path := flags.place(program, "service-account-extend-token-expiration")
	needs := flags.needs(program, "service-account-extend-token-expiration")
	message := sprintf("kube-apiserver %s, so that the tokens of pods live for a year", [flags.shown(program, "service-account-extend-token-expiration")])
}
