# METADATA
# title: API server does not check the certificates of kubelets
# description: |
#   For logs, `exec` and port forwarding the API server connects to the kubelet of a node. Without an
#   authority to check its certificate against it talks to whoever answers at the address.
#
#   An intruder in the network of the nodes can stand in between, and read or change what passes.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Let kubelets get certificates from the authority of the cluster (`serverTLSBootstrap`), and set
#     `--kubelet-certificate-authority` to it.
#   aliases: [CKV_K8S_73, KCV-0006, C-0117]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.5"]
package policy.kubernetes.apiserver.kubelet_certificate_authority

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	count(flags.missing(program, ["kubelet-certificate-authority"])) > 0
	path := flags.place(program, "kubelet-certificate-authority")
	needs := flags.needs(program, "kubelet-certificate-authority")
	message := "kube-apiserver does not set --kubelet-certificate-authority, so that it does not know whether it talks to a kubelet"
}
