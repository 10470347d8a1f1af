# METADATA
# title: API server lets kubelets change other nodes
# description: |
#   The admission plugin NodeRestriction lets a kubelet change only its own Node and the pods on it. It is off
#   unless it is named.
#
#   Without it, whoever breaks out of a container on one node can relabel others, draw pods of other teams to
#   his own, and read their Secrets there.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#noderestriction
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add `NodeRestriction` to `--enable-admission-plugins`, and `Node` to `--authorization-mode`.
#   aliases: [CKV_K8S_85, KCV-0016, C-0127]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.15"]
package policy.kubernetes.apiserver.node_restriction

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.lacks(program, "enable-admission-plugins", "NodeRestriction")
	path := flags.place(program, "enable-admission-plugins")
	needs := flags.needs(program, "enable-admission-plugins")
	message := "kube-apiserver does not have NodeRestriction in --enable-admission-plugins"
}
