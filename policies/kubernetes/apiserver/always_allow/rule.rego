# METADATA
# title: API server lets everybody do everything
# description: |
#   With the mode AlwaysAllow the API server asks nobody whether a user may do what he asks for. One mode that
#   allows a request is enough, so a second mode beside it changes nothing.
#
#   Whoever has any account of the cluster, and every pod with its token, administers the cluster.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/authorization/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--authorization-mode=Node,RBAC`.
#   aliases: [CKV_K8S_74, KCV-0007, C-0118]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.6"]
package policy.kubernetes.apiserver.always_allow

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	flags.holds(program, "authorization-mode", "AlwaysAllow")
	path := flags.place(program, "authorization-mode")
	message := "kube-apiserver has AlwaysAllow in --authorization-mode, so that every request of every user is allowed"
}
