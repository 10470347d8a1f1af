# METADATA
# title: Container asks for no CPU
# description: |
#   The request tells the scheduler how much of a node to keep for a container. Without one it counts as
#   nothing, and any number of such pods is put on one node.
#
#   When the node is busy, containers without a request get next to no time, and an autoscaler that goes by
#   use has nothing to compare with.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `resources.requests.cpu` to what the container uses on an ordinary day.
#   aliases:
#     - CKV_K8S_10
#     - KSV-0015
#     - AC_K8S_0097
#     - C-0268
#     - C-0050
#     - unset-cpu-requirements
#     - cpuRequestsMissing
#     - container-resources
package policy.kubernetes.pod.cpu_request

import data.lib.kubernetes
import data.lib.limits

# Ephemeral containers cannot have any.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	container.role != "ephemeral"
	not limits.is_operated(workload, container, "cpu")
	not limits.is_set(container.spec.resources.requests.cpu)
	not limits.is_set(container.spec.resources.limits.cpu)
	not limits.is_set(workload.pod_spec.resources.requests.cpu)
	not limits.is_set(workload.pod_spec.resources.limits.cpu)
	root := kubernetes.holder(workload).root
	not [root, kubernetes.namespace(workload)] in given
	path := array.concat(container.path, ["resources", "requests", "cpu"])
	needs := array.concat(
		[
			{"resource": workload.id, "path": array.concat(container.path, ["resources", "limits", "cpu"])},
			{"resource": workload.id, "path": array.concat(workload.path, ["resources", "requests", "cpu"])},
			{"resource": workload.id, "path": array.concat(workload.path, ["resources", "limits", "cpu"])},
		],
		array.concat(limits.unsure(workload), limits.telling(workload, container)),
	)
	message := sprintf("%s asks for no CPU, so that the scheduler keeps none for it", [kubernetes.title(container)])
}

given := limits.given("cpu", ["default", "defaultRequest", "max"])
