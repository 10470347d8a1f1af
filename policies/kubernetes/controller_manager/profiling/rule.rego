# METADATA
# title: Controller manager offers profiles of itself
# description: |
#   Under `/debug/pprof` the controller manager shows how it spends its time and what lies in its memory. It
#   is on unless it is switched off.
#
#   That tells an intruder much about the inside, and making profiles costs time.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--profiling=false`, unless somebody is looking for a fault.
#   aliases: [CKV_K8S_107, KCV-0034, C-0145]
#   compliance:
#     cis-kubernetes-1.8: ["1.3.2"]
package policy.kubernetes.controller_manager.profiling

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-controller-manager")
	flags.switch(program, "profiling", true) == true
	path := flags.place(program, "profiling")
	needs := flags.needs(program, "profiling")
	message := sprintf("kube-controller-manager %s and shows profiles of itself under /debug/pprof", [flags.shown(program, "profiling")])
}
