# METADATA
# title: API server takes tokens from a file
# description: |
#   The file lists tokens in plain text with the users they stand for. They never expire, and a change needs a
#   restart of the API server.
#
#   Whoever reads the file, or a backup of the machine, can act as each of these users from then on.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `--token-auth-file`. Use client certificates, OpenID Connect or short-lived tokens of service
#     accounts.
#   aliases: [CKV_K8S_70, KCV-0002, C-0114]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.2"]
package policy.kubernetes.apiserver.token_file

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	value := flags.last(program, "token-auth-file")
	value.text != ""
	path := value.path
	message := sprintf("kube-apiserver %s, which holds tokens that never expire", [flags.shown(program, "token-auth-file")])
}
