# METADATA
# title: Container has no CPU limit
# description: |
#   Without a limit a container may use every processor of its node that nobody has asked for in a request.
#
#   That is often wanted. Where tenants share nodes, or times have to be steady, one busy container makes the
#   others slower than they are in a test.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `resources.limits.cpu` on the container, or give the namespace a LimitRange with a default. Leave it
#     out where a request for each container is enough.
#   aliases:
#     - CKV_K8S_11
#     - KSV-0011
#     - AC_K8S_0098
#     - C-0270
#     - C-0009
#     - C-0050
#     - unset-cpu-requirements
#     - cpuLimitsMissing
#     - container-resources
package policy.kubernetes.pod.cpu_limit

import data.lib.kubernetes
import data.lib.limits

# Ephemeral containers cannot have any.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	container.role != "ephemeral"
	not limits.is_operated(workload, container, "cpu")
	not limits.is_set(container.spec.resources.limits.cpu)
	not limits.is_set(workload.pod_spec.resources.limits.cpu)
	root := kubernetes.holder(workload).root
	not [root, kubernetes.namespace(workload)] in given
	path := array.concat(container.path, ["resources", "limits", "cpu"])
	needs := array.concat(
		[{"resource": workload.id, "path": array.concat(workload.path, ["resources", "limits", "cpu"])}],
		array.concat(limits.unsure(workload), limits.telling(workload, container)),
	)
	message := sprintf("%s may use all processors of its node: no CPU limit is set", [kubernetes.title(container)])
}

given := limits.given("cpu", ["default", "max"])
