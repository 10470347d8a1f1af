# METADATA
# title: Container keeps the usual capabilities
# description: |
#   Root's powers are split into capabilities, and a container keeps about a dozen of them unless told
#   otherwise: to change owners of files, to act as any user, to make device files, to send raw packets.
#
#   Hardly any application needs them; whoever breaks in has them too. A process that is not root mostly gets
#   none, but may through programs that are installed with more.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `capabilities.drop: ["ALL"]` on each container, and add back what it is found to need.
#   aliases: [CKV_K8S_37, KSV-0003, KSV-0004, KSV-0106, insecureCapabilities]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.10"]
package policy.kubernetes.pod.kept_capabilities

import data.lib.capabilities
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	not capabilities.drops_usual(container)
	not kubernetes.windows(workload)
	path := array.concat(container.path, ["securityContext", "capabilities", "drop"])
	needs := array.concat(kubernetes.os_needs(workload), scope.unknown(kubernetes.holder(workload), path))
	message := sprintf("%s keeps the usual capabilities: capabilities.drop does not have ALL%s", [
		kubernetes.title(container),
		capabilities.misnamed(container),
	])
}
