# METADATA
# title: Confined pod sees the processes of its node
# description: |
#   With the process namespace of its node a pod sees every process that runs there, and its arguments, in which
#   passwords sometimes stand.
#
#   No container of this pod is root, has capabilities that count or can get them, so that it can neither look into
#   those processes nor stop them. Programs that measure the node, such as a node exporter, need no more.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `hostPID: true` where the pod does not have to see the processes of the node. Keep passwords out of the
#     arguments of programs.
#   aliases: [CKV_K8S_17, KSV-0010, AC_K8S_0082, C-0275, C-0038, host-pid, hostPIDSet]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.3"]
package policy.kubernetes.pod.host_pid_confined

import data.lib.attribute
import data.lib.confined
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	attribute.is_true(workload.pod_spec.hostPID)
	count(workload.containers) > 0
	count(confined.loose(workload)) == 0
	path := array.concat(workload.path, ["hostPID"])
	needs := confined.hidden(workload)
	message := sprintf("Pods of this %s see the processes of the node they run on, without rights over them", [kubernetes.kind(workload)])
}
