# METADATA
# title: Container asks for no memory
# description: |
#   The request tells the scheduler how much memory of a node to keep for a container. Without one it counts
#   as nothing, and any number of such pods is put on one node.
#
#   When the memory of the node runs out, pods that use more than they asked for are stopped first, so these
#   are.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `resources.requests.memory` to what the container uses on an ordinary day.
#   aliases:
#     - CKV_K8S_12
#     - KSV-0016
#     - AC_K8S_0099
#     - C-0269
#     - C-0004
#     - unset-memory-requirements
#     - memoryRequestsMissing
#     - container-resources
package policy.kubernetes.pod.memory_request

import data.lib.kubernetes
import data.lib.limits

# Ephemeral containers cannot have any.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	container.role != "ephemeral"
	not limits.is_operated(workload, container, "memory")
	not limits.is_set(container.spec.resources.requests.memory)
	not limits.is_set(container.spec.resources.limits.memory)
	not limits.is_set(workload.pod_spec.resources.requests.memory)
	not limits.is_set(workload.pod_spec.resources.limits.memory)
	root := kubernetes.holder(workload).root
	not [root, kubernetes.namespace(workload)] in given
	path := array.concat(container.path, ["resources", "requests", "memory"])
	needs := array.concat(
		[
			{"resource": workload.id, "path": array.concat(container.path, ["resources", "limits", "memory"])},
			{"resource": workload.id, "path": array.concat(workload.path, ["resources", "requests", "memory"])},
			{"resource": workload.id, "path": array.concat(workload.path, ["resources", "limits", "memory"])},
		],
		array.concat(limits.unsure(workload), limits.telling(workload, container)),
	)
	message := sprintf("%s asks for no memory, so that the scheduler keeps none for it", [kubernetes.title(container)])
}

given := limits.given("memory", ["default", "defaultRequest", "max"])
