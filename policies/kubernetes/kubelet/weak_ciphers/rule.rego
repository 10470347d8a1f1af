# METADATA
# title: Kubelet takes weak ciphers
# description: |
#   The list names ciphers with known weaknesses (RC4, 3DES, CBC with SHA-256) or ones whose key exchange
#   gives old recordings away once the private key is known (`TLS_RSA_...`).
#
#   Who can record or change the traffic to the node gets a chance to read it.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove them from `--tls-cipher-suites`, or the flag altogether: the standard list holds none of them.
#   aliases: [CKV_K8S_151, KCV-0092]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.12"]
package policy.kubernetes.kubelet.weak_ciphers

import data.lib.ciphers
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kubelet")
	weak := ciphers.weak & flags.items(program, "tls-cipher-suites")
	count(weak) > 0
	path := flags.place(program, "tls-cipher-suites")
	message := sprintf("kubelet takes the weak ciphers %s", [concat(", ", sort(weak))])
}

deny contains {"resource": file.id, "path": ["tlsCipherSuites", at], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	some at, suite in file.attributes.tlsCipherSuites
	suite in ciphers.weak
	message := sprintf("The configuration of the kubelet has the weak cipher %s", [suite])
}
