# METADATA
# title: Scheduler offers profiles of itself
# description: |
#   Under `/debug/pprof` the scheduler shows how it spends its time and what lies in its memory. It is on
#   unless it is switched off.
#
#   That tells an intruder much about the inside, and making profiles costs time.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--profiling=false`, or `enableProfiling: false` in the file at `--config`.
#   aliases: [CKV_K8S_114, KCV-0040, C-0151]
#   compliance:
#     cis-kubernetes-1.8: ["1.4.1"]
package policy.kubernetes.scheduler.profiling

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-scheduler")
	flags.switch(program, "profiling", true) == true
	path := flags.place(program, "profiling")
	needs := flags.needs(program, "profiling")
	message := sprintf("kube-scheduler %s and shows profiles of itself under /debug/pprof", [flags.shown(program, "profiling")])
}
