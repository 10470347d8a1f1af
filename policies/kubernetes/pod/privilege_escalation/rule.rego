# METADATA
# title: Container allows privilege escalation
# description: |
#   Unless it is switched off, a process in a container may gain more rights than the one that started it,
#   for example by running a setuid program such as `sudo` or `ping`. Running as an ordinary user then
#   protects little.
#
#   Switched off, the kernel refuses every such gain, for the process and all its children.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `securityContext.allowPrivilegeEscalation: false` on the container itself; a pod has no such
#     setting. A container that is privileged or has SYS_ADMIN must lose that first.
#   aliases:
#     - CKV_K8S_20
#     - KSV-0001
#     - AC_K8S_0085
#     - C-0016
#     - privilege-escalation-container
#     - privilegeEscalationAllowed
#   compliance:
#     cis-kubernetes-1.8: ["5.2.6"]
package policy.kubernetes.pod.privilege_escalation

import data.lib.attribute
import data.lib.capabilities
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	not attribute.is_false(container.spec.securityContext.allowPrivilegeEscalation)
	not has_every_gain(container)
	not kubernetes.windows(workload)
	path := array.concat(container.path, ["securityContext", "allowPrivilegeEscalation"])
	needs := array.concat(
		scope.unknown(kubernetes.holder(workload), array.concat(container.path, ["securityContext", "capabilities", "add"])),
		kubernetes.os_needs(workload),
	)
	message := sprintf("%s may gain more privileges than it started with: %s", [
		kubernetes.title(container),
		kubernetes.shown(container.spec, "allowPrivilegeEscalation"),
	])
}

# The setting is always true beside this capability, which kubernetes-pod-dangerous-capability reports, and the API
# server refuses `false`. Beside `privileged` it is so, too: there kubernetes-pod-privileged outweighs this.
has_every_gain(container) if {
	some name in container.spec.securityContext.capabilities.add
	capabilities.named(name) == "SYS_ADMIN"
}
