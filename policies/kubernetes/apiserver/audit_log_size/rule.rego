# METADATA
# title: Files of the audit log are small
# description: |
#   An audit log is put aside when it has this size in megabytes. Small files fill quickly, and the number of
#   old ones that are kept is limited.
#
#   The log then reaches back hours instead of weeks.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--audit-log-maxsize=100` or more.
#   aliases: [CKV_K8S_94, KCV-0022, C-0133]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.20"]
package policy.kubernetes.apiserver.audit_log_size

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.is_below(program, "audit-log-maxsize", 100)
	path := flags.place(program, "audit-log-maxsize")
	needs := flags.needs(program, "audit-log-maxsize")
	message := sprintf("kube-apiserver %s for audit logs of 100 megabytes", [flags.shown(program, "audit-log-maxsize")])
}
