# METADATA
# title: Request for CPU is left to the limit
# description: |
#   Where a container has a CPU limit and no request, Kubernetes takes the limit for the request: as much of a
#   node is kept free for it as it may use at most.
#
#   Limits are mostly set for the worst moment. Nodes then look full while they are idle, and pods that would
#   fit are not started. An autoscaler that goes by use compares with the limit, and starts pods too late.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `resources.requests.cpu` to what the container uses on an ordinary day, or to the limit where that is
#     meant.
#   aliases:
#     - CKV_K8S_10
#     - KSV-0015
#     - AC_K8S_0097
#     - C-0268
#     - C-0050
#     - unset-cpu-requirements
#     - cpuRequestsMissing
#     - container-resources
package policy.kubernetes.pod.cpu_request_from_limit

import data.lib.kubernetes
import data.lib.limits

# Ephemeral containers cannot have any.
deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	container.role != "ephemeral"
	limit := container.spec.resources.limits.cpu
	limits.is_set(limit)
	not container.spec.resources.requests.cpu
	path := array.concat(container.path, ["resources", "requests", "cpu"])
	message := sprintf("%s says no request, so that its limit of %v is kept free for it at all times", [kubernetes.title(container), limit])
}
