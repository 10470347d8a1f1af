# METADATA
# title: API server takes weak ciphers
# description: |
#   The list names ciphers with known weaknesses (RC4, 3DES, CBC with SHA-256) or ones whose key exchange
#   gives old recordings away once the private key is known (`TLS_RSA_...`).
#
#   Who can record or change the traffic between clients and the API server gets a chance to read it.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove them from `--tls-cipher-suites`, or the flag altogether: the standard list holds none of them.
#   aliases: [CKV_K8S_105, C-0277]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.30"]
package policy.kubernetes.apiserver.weak_ciphers

import data.lib.ciphers
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	weak := ciphers.weak & flags.items(program, "tls-cipher-suites")
	count(weak) > 0
	path := flags.place(program, "tls-cipher-suites")
	message := sprintf("kube-apiserver takes the weak ciphers %s", [concat(", ", sort(weak))])
}
