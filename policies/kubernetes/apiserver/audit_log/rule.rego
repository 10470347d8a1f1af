# METADATA
# title: API server writes no audit log
# description: |
#   The audit log tells who asked the API server for what, and when. Without it nobody can say after an
#   incident which Secrets were read or which account made a pod.
#
#   It is off unless a path is set.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--audit-log-path` and `--audit-policy-file`, and ship the file away from the machine.
#   aliases: [CKV_K8S_91, KCV-0019, C-0130]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.17"]
package policy.kubernetes.apiserver.audit_log

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	count(flags.missing(program, ["audit-log-path"])) > 0
	not flags.last(program, "audit-webhook-config-file")
	path := flags.place(program, "audit-log-path")
	needs := flags.needs(program, "audit-log-path")
	message := "kube-apiserver does not set --audit-log-path, so that nothing tells who did what"
}
