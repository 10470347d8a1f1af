# METADATA
# title: API server does not use RBAC
# description: |
#   Role-based access control is how rights in a cluster are given: roles and bindings do nothing unless the
#   API server is told to ask them. Without `--authorization-mode` every request of every user is allowed.
#
#   Other modes need files on the control plane or a service of your own that decides, and nothing that is
#   applied to the cluster limits anybody.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/authorization/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--authorization-mode=Node,RBAC`.
#   aliases: [CKV_K8S_77, KCV-0009, C-0120, C-0088]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.8"]
package policy.kubernetes.apiserver.no_rbac

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.lacks(program, "authorization-mode", "RBAC")
	not flags.last(program, "authorization-config")
	path := flags.place(program, "authorization-mode")
	needs := flags.needs(program, "authorization-mode")
	message := "kube-apiserver does not have RBAC in --authorization-mode, so that roles and bindings limit nobody"
}
