# METADATA
# title: Kubelet takes no client certificates
# description: |
#   The API server signs in to the kubelet with a certificate. Without an authority to check it against the
#   kubelet cannot tell it from anybody else.
#
#   It then only works where the kubelet takes requests of nobody, so that whoever reaches the port of the
#   node runs commands in its pods.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
#   - https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `authentication.x509.clientCAFile` in the file at `--config`, or `--client-ca-file`.
#   aliases: [CKV_K8S_140, KCV-0081]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.3"]
package policy.kubernetes.kubelet.client_authority

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kubelet")
	count(flags.missing(program, ["client-ca-file"])) > 0
	path := flags.place(program, "client-ca-file")
	needs := flags.needs(program, "client-ca-file")
	message := "kubelet does not set --client-ca-file, so that it cannot tell the API server from others"
}
