# METADATA
# title: API server offers profiles of itself
# description: |
#   Under `/debug/pprof` the API server shows how it spends its time and what lies in its memory. It is on
#   unless it is switched off.
#
#   That tells an intruder with some rights much about the inside, and making profiles costs time that others
#   miss.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--profiling=false`, unless somebody is looking for a fault.
#   aliases: [CKV_K8S_90, KCV-0018, C-0129]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.16"]
package policy.kubernetes.apiserver.profiling

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.switch(program, "profiling", true) == true
	path := flags.place(program, "profiling")
	needs := flags.needs(program, "profiling")
	message := sprintf("kube-apiserver %s and shows profiles of itself under /debug/pprof", [flags.shown(program, "profiling")])
}
