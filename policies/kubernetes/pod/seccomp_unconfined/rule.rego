# METADATA
# title: Seccomp is switched off
# description: |
#   Seccomp keeps a process from calling parts of the kernel that ordinary programs never need. `Unconfined`
#   switches it off.
#
#   Most ways out of a container begin with a fault in just those parts, so whoever gets code running inside
#   has many more to try.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tutorials/security/seccomp/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `seccompProfile.type: RuntimeDefault`, or `Localhost` with a profile that allows what the program
#     calls.
#   aliases: [KSV-0104]
package policy.kubernetes.pod.seccomp_unconfined

import data.lib.kubernetes
import data.lib.left_to_pod

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	container.spec.securityContext.seccompProfile.type == "Unconfined"
	path := array.concat(container.path, ["securityContext", "seccompProfile", "type"])
	message := sprintf("%s may call every part of the kernel: its seccomp profile is Unconfined", [kubernetes.title(container)])
}

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.pod_spec.securityContext.seccompProfile.type == "Unconfined"
	needs := left_to_pod.needs(workload, "seccompProfile")
	path := array.concat(workload.path, ["securityContext", "seccompProfile", "type"])
	message := sprintf("Pods of this %s may call every part of the kernel: their seccomp profile is Unconfined", [kubernetes.kind(workload)])
}
