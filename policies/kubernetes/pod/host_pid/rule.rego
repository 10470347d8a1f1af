# METADATA
# title: Pod sees the processes of its node
# description: |
#   With the process namespace of its node a pod sees every process that runs there, with arguments and, as
#   root, environment variables. It can send them signals.
#
#   Passwords often stand there, and whoever gets into this pod can stop what other pods or the node itself
#   run. Where every container is confined (no root, no capabilities, no way to get more), arguments are all it
#   sees and it stops nothing: that is `kubernetes-pod-host-pid-confined`.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `hostPID: true`. To look into one other container use `shareProcessNamespace`. What measures the node and
#     has to see its processes needs no rights over them: set `runAsNonRoot: true`, `allowPrivilegeEscalation: false`
#     and `capabilities.drop: ["ALL"]`.
#   aliases: [CKV_K8S_17, KSV-0010, AC_K8S_0082, C-0275, C-0038, host-pid, hostPIDSet]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.3"]
package policy.kubernetes.pod.host_pid

import data.lib.attribute
import data.lib.confined
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": confined.needs(workload)} if {
	some workload in input.workloads
	attribute.is_true(workload.pod_spec.hostPID)
	count(confined.loose(workload)) > 0
	path := array.concat(workload.path, ["hostPID"])
	message := sprintf("Pods of this %s see the processes of the node they run on", [kubernetes.kind(workload)])
}
