# METADATA
# title: Controller manager listens on all addresses
# description: |
#   The controller manager offers health checks and metrics on a port. Unless an address is set it listens on
#   all addresses of its machine.
#
#   Only programs on the same machine need it. From elsewhere it tells an intruder about the cluster, and is
#   one more door.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--bind-address=127.0.0.1`.
#   aliases: [CKV_K8S_113, KCV-0039, C-0150]
#   compliance:
#     cis-kubernetes-1.8: ["1.3.7"]
package policy.kubernetes.controller_manager.bind_address

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-controller-manager")
	wrong(program)
	path := flags.place(program, "bind-address")
	needs := flags.needs(program, "bind-address")
	message := sprintf("kube-controller-manager %s and is reached from other machines", [flags.shown(program, "bind-address")])
}

wrong(program) if {
	text := flags.text(program, "bind-address")
	not text in {"127.0.0.1", "::1", "localhost"}
}

wrong(program) if count(flags.missing(program, ["bind-address"])) > 0
