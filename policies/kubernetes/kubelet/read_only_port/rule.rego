# METADATA
# title: Kubelet tells everybody what runs on its node
# description: |
#   On this port, 10255 unless it is set, the kubelet shows the pods of the node with all their settings,
#   without asking who wants to know.
#
#   Whoever is in the network learns what runs where, and every value that is written into environment
#   variables.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `readOnlyPort: 0` in the file at `--config`, or `--read-only-port=0`.
#   aliases: [CKV_K8S_141, KCV-0082]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.4"]
package policy.kubernetes.kubelet.read_only_port

import data.lib.attribute
import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kubelet")
	wrong(program)
	path := flags.place(program, "read-only-port")
	needs := flags.needs(program, "read-only-port")
	message := sprintf("kubelet %s and shows the pods of the node to everybody", [flags.shown(program, "read-only-port")])
}

wrong(program) if {
	text := flags.text(program, "read-only-port")
	not text in {"0"}
}

wrong(program) if count(flags.missing(program, ["read-only-port"])) > 0

deny contains {"resource": file.id, "path": ["readOnlyPort"], "message": message} if {
	some file in input.resources["KubeletConfiguration.kubelet.config.k8s.io"]
	attribute.number(file.attributes.readOnlyPort) > 0
	message := "The configuration of the kubelet shows the pods of the node to everybody"
}
