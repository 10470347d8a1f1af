# METADATA
# title: Kubelet has no certificate of its own
# description: |
#   Without a certificate and its key the kubelet makes one itself, which nobody has signed, so that the API
#   server cannot check it.
#
#   Whoever stands in between in the network of the nodes reads logs and what commands in pods return.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
#   - https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `tlsCertFile` and `tlsPrivateKeyFile`, or `serverTLSBootstrap: true`, in the file at `--config`.
#   aliases: [CKV_K8S_148, KCV-0088]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.9"]
package policy.kubernetes.kubelet.serving_certificate

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kubelet")
	missing := flags.missing(program, ["tls-cert-file", "tls-private-key-file"])
	count(missing) > 0
	not flags.last(program, "rotate-server-certificates")
	path := flags.place(program, missing[0])
	needs := flags.needs(program, missing[0])
	message := sprintf("kubelet does not set --%s and serves a certificate that nobody has signed", [concat(" and --", missing)])
}
