# METADATA
# title: API server takes no client certificates
# description: |
#   Kubelets and the components of the control plane sign in with certificates. Without an authority to check
#   them against the API server takes none.
#
#   They then need other credentials, mostly tokens in files, which do not expire by themselves and are easily
#   copied.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/authentication/#x509-client-certificates
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--client-ca-file` to the authority that signs the certificates of clients.
#   aliases: [KCV-0028, C-0139]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.26"]
package policy.kubernetes.apiserver.client_authority

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	count(flags.missing(program, ["client-ca-file"])) > 0
	not flags.last(program, "authentication-config")
	path := flags.place(program, "client-ca-file")
	needs := flags.needs(program, "client-ca-file")
	message := "kube-apiserver does not set --client-ca-file, so that nobody can sign in with a certificate"
}
