# METADATA
# title: Scheduler listens on all addresses
# description: |
#   The scheduler offers health checks and metrics on a port. Unless an address is set it listens on all
#   addresses of its machine.
#
#   Only programs on the same machine need it. From elsewhere it tells an intruder about the cluster, and is
#   one more door.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--bind-address=127.0.0.1`.
#   aliases: [CKV_K8S_115, KCV-0041, C-0152]
#   compliance:
#     cis-kubernetes-1.8: ["1.4.2"]
package policy.kubernetes.scheduler.bind_address

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-scheduler")
	wrong(program)
	path := flags.place(program, "bind-address")
	needs := flags.needs(program, "bind-address")
	message := sprintf("kube-scheduler %s and is reached from other machines", [flags.shown(program, "bind-address")])
}

wrong(program) if {
	text := flags.text(program, "bind-address")
	not text in {"127.0.0.1", "::1", "localhost"}
}

wrong(program) if count(flags.missing(program, ["bind-address"])) > 0
