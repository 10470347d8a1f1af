# METADATA
# title: Container has no memory limit
# description: |
#   A container without a limit may take all the memory of its node. A leak, or a request made to use much
#   memory, then starves every other pod on that node, and the kernel or the kubelet starts killing them.
#
#   With a limit only the container that took too much is stopped and restarted.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
#   - https://kubernetes.io/docs/concepts/policy/limit-range/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `resources.limits.memory` on the container (or on the pod) somewhat above what it uses at its
#     busiest, or give the namespace a LimitRange with a default.
#   aliases:
#     - CKV_K8S_13
#     - KSV-0018
#     - AC_K8S_0100
#     - C-0271
#     - unset-memory-requirements
#     - memoryLimitsMissing
#     - C-0004
#     - C-0009
#     - container-resources
package policy.kubernetes.pod.memory_limit

import data.lib.kubernetes
import data.lib.limits

# Ephemeral containers cannot have limits. Where a LimitRange gives one of its own accord, that counts.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	container.role != "ephemeral"
	not limits.is_operated(workload, container, "memory")
	not limits.is_set(container.spec.resources.limits.memory)
	not limits.is_set(workload.pod_spec.resources.limits.memory)
	root := kubernetes.holder(workload).root
	not [root, kubernetes.namespace(workload)] in defaulted
	path := array.concat(container.path, ["resources", "limits", "memory"])
	needs := array.concat(
		[{"resource": workload.id, "path": array.concat(workload.path, ["resources", "limits", "memory"])}],
		array.concat(limits.unsure(workload), limits.telling(workload, container)),
	)
	message := sprintf("%s may use all the memory of its node: no memory limit is set", [kubernetes.title(container)])
}

defaulted := limits.given("memory", ["default", "max"])
