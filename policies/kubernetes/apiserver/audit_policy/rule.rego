# METADATA
# title: API server has no audit policy
# description: |
#   What the API server records of each request is said by its audit policy. Without one it records nothing,
#   even where a path for the log is set.
#
#   After an incident nobody can then say who did what.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Write a policy that records at least the metadata of all requests, and set `--audit-policy-file` to it.
#   aliases: [C-0160, C-0067]
#   compliance:
#     cis-kubernetes-1.8: ["3.2.1"]
package policy.kubernetes.apiserver.audit_policy

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	count(flags.missing(program, ["audit-policy-file"])) > 0
	path := flags.place(program, "audit-policy-file")
	needs := flags.needs(program, "audit-policy-file")
	message := "kube-apiserver does not set --audit-policy-file, so that no request is recorded"
}
