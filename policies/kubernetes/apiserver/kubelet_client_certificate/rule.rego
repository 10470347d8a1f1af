# METADATA
# title: API server signs in to kubelets without a certificate
# description: |
#   The API server shows this certificate when it asks a kubelet for logs or runs a command in a pod. Without
#   it the request is one of nobody.
#
#   It then only works where kubelets take orders from anybody, so that whoever reaches the port of a node can
#   run commands in its pods.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--kubelet-client-certificate` and `--kubelet-client-key`, and let kubelets refuse anonymous
#     requests.
#   aliases: [CKV_K8S_72, KCV-0005, C-0116]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.4"]
package policy.kubernetes.apiserver.kubelet_client_certificate

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	missing := flags.missing(program, ["kubelet-client-certificate", "kubelet-client-key"])
	count(missing) > 0
	path := flags.place(program, missing[0])
	needs := flags.needs(program, missing[0])
	message := sprintf("kube-apiserver does not set --%s, and asks kubelets as nobody", [concat(" and --", missing)])
}
