# METADATA
# title: Containers of the pod see each other's processes
# description: |
#   With `shareProcessNamespace` all containers of a pod have one list of processes. Each may look at the command lines
#   of the others, and, as the same user or as root, at their environment and files, and stop them.
#
#   Whoever gets into the weakest of them, a helper that ships logs say, has what the others hold.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `shareProcessNamespace`. To look into a running container, use `kubectl debug`.
package policy.kubernetes.pod.shared_processes

import data.lib.attribute

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	attribute.is_true(workload.pod_spec.shareProcessNamespace)
	others := [container | some container in workload.containers; container.role != "init"]
	count(others) > 1
	path := array.concat(workload.path, ["shareProcessNamespace"])
	message := sprintf("%d containers of the pod see each other's processes", [count(others)])
}
