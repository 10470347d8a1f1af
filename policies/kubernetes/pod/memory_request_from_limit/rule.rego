# METADATA
# title: Request for memory is left to the limit
# description: |
#   Where a container has a memory limit and no request, Kubernetes takes the limit for the request: as much of
#   a node is kept free for it as it may use at most.
#
#   That is right for what always needs about as much, and then it is better said. Where the limit is set for
#   the worst moment, nodes look full while they are idle, and pods that would fit are not started.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `resources.requests.memory` to what the container uses on an ordinary day, or to the limit where that is
#     meant.
#   aliases:
#     - KSV-0016
#     - AC_K8S_0099
#     - C-0269
#     - C-0004
#     - unset-memory-requirements
#     - memoryRequestsMissing
#     - container-resources
package policy.kubernetes.pod.memory_request_from_limit

import data.lib.kubernetes
import data.lib.limits

# Ephemeral containers cannot have any.
deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	container.role != "ephemeral"
	limit := container.spec.resources.limits.memory
	limits.is_set(limit)
	not container.spec.resources.requests.memory
	path := array.concat(container.path, ["resources", "requests", "memory"])
	message := sprintf("%s says no request, so that its limit of %v is kept free for it at all times", [kubernetes.title(container), limit])
}
