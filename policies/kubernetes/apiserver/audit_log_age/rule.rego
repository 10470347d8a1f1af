# METADATA
# title: API server keeps its audit log less than 30 days
# description: |
#   Intruders are often noticed weeks after they came. What the audit log has of that time decides whether
#   anybody can tell what they did.
#
#   Where nothing is set, age does not decide what is deleted, and the disk may run full instead.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--audit-log-maxage=30` or more.
#   aliases: [CKV_K8S_92, KCV-0020, C-0131]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.18"]
package policy.kubernetes.apiserver.audit_log_age

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.is_below(program, "audit-log-maxage", 30)
	path := flags.place(program, "audit-log-maxage")
	needs := flags.needs(program, "audit-log-maxage")
	message := sprintf("kube-apiserver %s for keeping audit logs 30 days", [flags.shown(program, "audit-log-maxage")])
}
