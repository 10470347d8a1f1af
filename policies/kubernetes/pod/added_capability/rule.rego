# METADATA
# title: Container gets capabilities beyond the usual ones
# description: |
#   Root's powers are split into capabilities, of which a container gets some. This one gets more: to change
#   the network of its pod or the clock, to look at packets, to ignore permissions.
#
#   Each is something that whoever gets code running inside may use as well, against the node or against other
#   pods.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove what is not needed from `capabilities.add`, and drop `ALL` first. For ports below 1024 let the
#     program listen on a higher one.
#   aliases: [CKV_K8S_25, KSV-0022, KSV-0106, C-0046, dangerousCapabilities]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.9"]
package policy.kubernetes.pod.added_capability

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, name in container.spec.securityContext.capabilities.add
	is_string(name)
	path := array.concat(container.path, ["securityContext", "capabilities", "add", at])
	message := sprintf("%s gets the capability %s", [kubernetes.title(container), name])
}
