# METADATA
# title: API server has no certificate of its own
# description: |
#   Without a certificate and its key the API server makes one itself, which nobody has signed. Clients cannot
#   tell it from any other server, and learn to switch the check off.
#
#   Whoever stands between a client and the API server can then read the tokens that are sent, and use them.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/setup/best-practices/certificates/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--tls-cert-file` and `--tls-private-key-file` to a certificate that the authority of the cluster
#     has signed.
#   aliases: [CKV_K8S_100, KCV-0027, C-0138]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.25"]
package policy.kubernetes.apiserver.serving_certificate

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	missing := flags.missing(program, ["tls-cert-file", "tls-private-key-file"])
	count(missing) > 0
	path := flags.place(program, missing[0])
	needs := flags.needs(program, missing[0])
	message := sprintf("kube-apiserver does not set --%s and serves a certificate that nobody has signed", [concat(" and --", missing)])
}
