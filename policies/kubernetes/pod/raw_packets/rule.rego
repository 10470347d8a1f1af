# METADATA
# title: Container may send raw packets
# description: |
#   The capability `NET_RAW`, which containers have unless it is dropped, lets a process write packets of its
#   own making: with another sender's address, or answers in place of others (ARP and DNS).
#
#   An intruder in one pod can so draw the traffic of others in the same network to himself. Hardly any
#   application needs it; `ping` often does.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `capabilities.drop: ["ALL"]` on each container, or at least drop `NET_RAW`, and do not add it back.
#   aliases: [CKV_K8S_28, AC_K8S_0048, C-0211.drop-capability-netraw, drop-net-raw-capability, insecureCapabilities]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.8"]
package policy.kubernetes.pod.raw_packets

import data.lib.capabilities
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	not capabilities.drops(container, {"ALL", "NET_RAW"})
	not kubernetes.windows(workload)
	path := array.concat(container.path, ["securityContext", "capabilities", "drop"])
	needs := array.concat(kubernetes.os_needs(workload), scope.unknown(kubernetes.holder(workload), path))
	message := sprintf("%s keeps NET_RAW: capabilities.drop does not have NET_RAW or ALL%s", [
		kubernetes.title(container),
		capabilities.misnamed(container),
	])
}
