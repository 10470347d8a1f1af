# METADATA
# title: API server does not hold kubelets to their own node
# description: |
#   The Node authorizer lets a kubelet read only what the pods on its node need: their Secrets, ConfigMaps and
#   volumes. Without it kubelets need a role that holds for the whole cluster.
#
#   Whoever breaks out of a container on one node can then read the Secrets of all of them.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/node/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--authorization-mode=Node,RBAC`, and give kubelets no role of their own.
#   aliases: [CKV_K8S_75, KCV-0008, C-0119]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.7"]
package policy.kubernetes.apiserver.no_node_authorizer

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.lacks(program, "authorization-mode", "Node")
	not flags.last(program, "authorization-config")
	path := flags.place(program, "authorization-mode")
	needs := flags.needs(program, "authorization-mode")
	message := "kube-apiserver does not have Node in --authorization-mode, so that rights of a kubelet are not held to its node"
}
