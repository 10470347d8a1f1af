# METADATA
# title: Container runs in a group that its node may have too
# description: |
#   A group in a container is the group of the same number on the node, unless the pod has a user namespace.
#   Numbers up to 10000 are those that machines give to their own users and groups, and 0 is root; what no
#   number is set for is chosen by the image.
#
#   Who breaks out of the container then has the rights of that group on the node: its files, its processes.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `runAsGroup` to a number above 10000 on the pod or the container.
#   aliases: [KSV-0021, container-security-context-user-group-id]
package policy.kubernetes.pod.low_group_id

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	not is_high(workload.pod_spec, container.spec)
	not kubernetes.windows(workload)
	not kubernetes.has_own_users(workload)
	path := place(workload, container)
	needs := array.concat(
		array.concat(kubernetes.os_needs(workload), kubernetes.user_needs(workload)),
		[{"resource": workload.id, "path": array.concat(holder, ["securityContext", "runAsGroup"])} | some holder in [container.path, workload.path]],
	)
	message := sprintf("%s does not run in a group above 10000", [kubernetes.title(container)])
}

# The container's own setting wins over its pod's.
is_high(pod, container) if {
	attribute.number(object.get(container, ["securityContext", "runAsGroup"], object.get(pod, ["securityContext", "runAsGroup"], 0))) > 10000
}

place(workload, container) := array.concat(workload.path, ["securityContext", "runAsGroup"]) if {
	workload.pod_spec.securityContext.runAsGroup
	not container.spec.securityContext.runAsGroup
} else := array.concat(container.path, ["securityContext", "runAsGroup"])
