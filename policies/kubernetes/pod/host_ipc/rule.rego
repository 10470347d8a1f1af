# METADATA
# title: Pod shares memory with the processes of its node
# description: |
#   With the IPC namespace of its node a pod can open the shared memory and message queues of every program
#   that runs there in the same way, the node's own included.
#
#   Whoever gets into this pod reads and changes what they pass to each other, which may be database pages or
#   keys.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `hostIPC: true`. Containers of one pod share memory anyway.
#   aliases: [CKV_K8S_18, KSV-0008, AC_K8S_0083, C-0276, C-0038, host-ipc, hostIPCSet]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.4"]
package policy.kubernetes.pod.host_ipc

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	attribute.is_true(workload.pod_spec.hostIPC)
	path := array.concat(workload.path, ["hostIPC"])
	message := sprintf("Pods of this %s share memory with the programs of the node they run on", [kubernetes.kind(workload)])
}
