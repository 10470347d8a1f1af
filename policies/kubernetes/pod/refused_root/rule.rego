# METADATA
# title: Container is told to be root and not to be root
# description: |
#   With `runAsNonRoot: true` the kubelet starts no container as root, and `runAsUser: 0` is root. One of them is often
#   said for the pod and the other for one of its containers.
#
#   The container is not started: the pod stays in `CreateContainerConfigError`, and an init container keeps all others
#   from starting.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Set `runAsUser` to the number of a user that the program can run as. Where it really has to be root, say
#     `runAsNonRoot: false` for this container.
package policy.kubernetes.pod.refused_root

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	attribute.number(effective(workload, container, "runAsUser")) == 0
	attribute.is_true(effective(workload, container, "runAsNonRoot"))
	not kubernetes.windows(workload)
	path := array.concat(owner(workload, container, "runAsUser"), ["securityContext", "runAsUser"])
	needs := array.concat(kubernetes.os_needs(workload), [{"resource": workload.id, "path": array.concat(container.path, ["securityContext", field])} |
		some field in ["runAsNonRoot", "runAsUser"]
	])
	message := sprintf("%s is never started: runAsUser is 0, and runAsNonRoot is true", [kubernetes.title(container)])
}

# A container's own setting wins over its pod's.
effective(_, container, field) := container.spec.securityContext[field] if own(container, field)

effective(workload, container, field) := workload.pod_spec.securityContext[field] if not own(container, field)

own(container, field) if container.spec.securityContext[field] != null

owner(_, container, field) := container.path if own(container, field)

owner(workload, container, field) := workload.path if not own(container, field)
