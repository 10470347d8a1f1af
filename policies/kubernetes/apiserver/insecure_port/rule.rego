# METADATA
# title: API server has a port that asks nobody
# description: |
#   On the insecure port the API server takes every request as one of an administrator, without TLS and
#   without asking who sends it. Kubernetes 1.20 has removed it.
#
#   Whoever reaches the port, from a pod in the network of the node or from elsewhere, administers the
#   cluster.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--insecure-port=0`, or remove the flag, and move to a version that does not have it.
#   aliases: [CKV_K8S_88, C-0005]
package policy.kubernetes.apiserver.insecure_port

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	text := flags.text(program, "insecure-port")
	not text in {"0", ""}
	path := flags.place(program, "insecure-port")
	message := sprintf("kube-apiserver %s, where every request is one of an administrator", [flags.shown(program, "insecure-port")])
}
