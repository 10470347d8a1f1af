# METADATA
# title: Kubelet lets everybody do everything
# description: |
#   The kubelet runs commands in the pods of its node, and gives their logs, on a port of the node. With
#   AlwaysAllow, the default of its flag, it asks nobody whether a caller may.
#
#   Whoever has any certificate of the cluster, or none where anonymous requests are taken, runs commands in
#   every pod of the node.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
#   - https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `authorization.mode: Webhook` in the file at `--config`, or `--authorization-mode=Webhook`.
#   aliases: [CKV_K8S_139, KCV-0080]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.2"]
package policy.kubernetes.kubelet.always_allow

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kubelet")
	wrong(program)
	path := flags.place(program, "authorization-mode")
	needs := flags.needs(program, "authorization-mode")
	message := sprintf("kubelet %s, so that every request is allowed", [flags.shown(program, "authorization-mode")])
}

wrong(program) if flags.text(program, "authorization-mode") in {"AlwaysAllow"}

wrong(program) if count(flags.missing(program, ["authorization-mode"])) > 0

deny contains {"resource": file.id, "path": ["authorization", "mode"], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	file.attributes.authorization.mode == "AlwaysAllow"
	message := "The configuration of the kubelet allows every request"
}
