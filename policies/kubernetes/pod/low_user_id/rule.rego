# METADATA
# title: Container runs as a user that its node may have too
# description: |
#   A user in a container is the user of the same number on the node, unless the pod has a user namespace.
#   Numbers up to 10000 are those that machines give to their own users and groups, and 0 is root; what no
#   number is set for is chosen by the image.
#
#   Who breaks out of the container then has the rights of that user on the node: its files, its processes.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `runAsUser` to a number above 10000 on the pod or the container.
#   aliases: [CKV_K8S_40, KSV-0020, AC_K8S_0079, container-security-context-user-group-id]
package policy.kubernetes.pod.low_user_id

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
		[{"resource": workload.id, "path": array.concat(holder, ["securityContext", "runAsUser"])} | some holder in [container.path, workload.path]],
	)
	message := sprintf("%s does not run as a user above 10000", [kubernetes.title(container)])
}

# The container's own setting wins over its pod's.
is_high(pod, container) if {
	attribute.number(object.get(container, ["securityContext", "runAsUser"], object.get(pod, ["securityContext", "runAsUser"], 0))) > 10000
}

place(workload, container) := array.concat(workload.path, ["securityContext", "runAsUser"]) if {
	workload.pod_spec.securityContext.runAsUser
	not container.spec.securityContext.runAsUser
} else := array.concat(container.path, ["securityContext", "runAsUser"])
