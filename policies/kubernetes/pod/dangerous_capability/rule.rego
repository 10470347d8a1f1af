# METADATA
# title: Container has a capability that breaks its walls
# description: |
#   Root's powers are split into capabilities. With some of them the walls of a container do not hold:
#   `SYS_ADMIN` may mount and change nearly everything, `SYS_MODULE` loads code into the kernel, `SYS_PTRACE`
#   and `BPF` look into other processes, `ALL` is everything.
#
#   Whoever gets code running inside takes over the node and every other pod on it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the capability. Where one operation needs it, do that on the node or in a small container of its
#     own that takes no outside input.
#   aliases: [CKV_K8S_39, KSV-0005, KSV-0120, AC_K8S_0075, dangerousCapabilities, C-0046, C-0057]
#   covers:
#     - kubernetes-pod-added-capability
#   compliance:
#     cis-kubernetes-1.8: ["5.2.9"]
package policy.kubernetes.pod.dangerous_capability

import data.lib.capabilities
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, name in container.spec.securityContext.capabilities.add
	reason := dangers[capabilities.named(name)]
	path := array.concat(container.path, ["securityContext", "capabilities", "add", at])
	message := sprintf("%s gets the capability %s, %s", [kubernetes.title(container), name, reason])
}

dangers := {
	"ALL": "which is every power of root",
	"BPF": "with which it looks into the kernel and other processes",
	"DAC_READ_SEARCH": "with which it reads every file of its node",
	"SYS_ADMIN": "which is nearly every power of root",
	"SYS_BOOT": "with which it restarts its node",
	"SYS_MODULE": "with which it loads code into the kernel of its node",
	"SYS_PTRACE": "with which it reads and changes other processes",
	"SYS_RAWIO": "with which it reads and writes the memory and disks of its node",
}
