# METADATA
# title: API server keeps few files of its audit log
# description: |
#   When the audit log is full, it is put aside and a new one begun. How many old ones are kept decides how
#   far back one can look.
#
#   A busy hour, or an intruder who makes many requests, pushes the interesting part out where only a few are.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--audit-log-maxbackup=10` or more.
#   aliases: [CKV_K8S_93, KCV-0021, C-0132]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.19"]
package policy.kubernetes.apiserver.audit_log_backups

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.is_below(program, "audit-log-maxbackup", 10)
	path := flags.place(program, "audit-log-maxbackup")
	needs := flags.needs(program, "audit-log-maxbackup")
	message := sprintf("kube-apiserver %s for keeping 10 old audit logs", [flags.shown(program, "audit-log-maxbackup")])
}
