# METADATA
# title: Container may run as root
# description: |
#   A container runs as the user its image names, and most images name none, which means root. Root in a
#   container is the same user as root on the node: a flaw in the kernel or the container runtime, or a
#   carelessly mounted directory, then gives an intruder the node.
#
#   Group 0 is the root group, which may read or write many files that belong to root. Where the pod has a user
#   namespace of its own (`hostUsers: false`), both are others on the node.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `securityContext.runAsNonRoot: true` on the pod or the container, so that the kubelet refuses to
#     start it as root, and give `runAsUser` and `runAsGroup` a number above 0 where the image says none: of a
#     user that it names (`USER app`) the kubelet cannot tell that it is not root, and starts nothing.
#   aliases:
#     - CKV_K8S_23
#     - KSV-0012
#     - AC_K8S_0087
#     - C-0013
#     - run-as-non-root
#     - runAsRootAllowed
#   compliance:
#     cis-kubernetes-1.8: ["5.2.7"]
package policy.kubernetes.pod.run_as_root

import data.lib.attribute
import data.lib.kubernetes

# No user is chosen, and nothing refuses root.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	not refuses_root(workload, container)
	not effective(workload, container, "runAsUser")
	not kubernetes.windows(workload)
	not kubernetes.has_own_users(workload)
	path := place(workload, container, "runAsNonRoot")
	needs := array.concat(
		needed(workload, container, ["runAsNonRoot", "runAsUser"]),
		array.concat(kubernetes.os_needs(workload), kubernetes.user_needs(workload)),
	)
	message := sprintf("%s may run as root: it sets no runAsUser, and runAsNonRoot is %s", [
		kubernetes.title(container),
		refusal(workload, container),
	])
}

# Root, or its group, is chosen. The kubelet starts no root user under `runAsNonRoot`, but root's group it does.
deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	some field, who in {"runAsUser": "root", "runAsGroup": "root's group"}
	attribute.number(effective(workload, container, field)) == 0
	not prevented(workload, container, field)
	not kubernetes.windows(workload)
	not kubernetes.has_own_users(workload)
	path := place(workload, container, field)
	needs := array.concat(
		needed(workload, container, [field, "runAsNonRoot"]),
		array.concat(kubernetes.os_needs(workload), kubernetes.user_needs(workload)),
	)
	message := sprintf("%s runs as %s: %s is 0", [kubernetes.title(container), who, field])
}

# A container's own setting wins over its pod's.
effective(_, container, field) := container.spec.securityContext[field] if own(container, field)

effective(workload, container, field) := workload.pod_spec.securityContext[field] if not own(container, field)

own(container, field) if container.spec.securityContext[field] != null

refuses_root(workload, container) if attribute.is_true(effective(workload, container, "runAsNonRoot"))

prevented(workload, container, "runAsUser") if refuses_root(workload, container)

refusal(workload, container) := effective(workload, container, "runAsNonRoot") if {
	effective(workload, container, "runAsNonRoot") != null
} else := "not set"

# Where the effective setting stands, or would.
place(workload, container, field) := array.concat(workload.path, ["securityContext", field]) if {
	workload.pod_spec.securityContext[field] != null
	not own(container, field)
} else := array.concat(container.path, ["securityContext", field])

needed(workload, container, fields) := [{"resource": workload.id, "path": array.concat(owner, ["securityContext", field])} |
	some field in fields
	some owner in [container.path, workload.path]
]
