# METADATA
# title: Nothing is said about the rights of the container
# description: |
#   Neither the pod nor the container has a security context, so that all of it is as the image and the node
#   have it: mostly root, with the usual capabilities, and free to gain more.
#
#   Whoever gets code running inside has all of that.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Give the container a `securityContext` with `allowPrivilegeEscalation: false`, `runAsNonRoot: true` and
#     `capabilities.drop: ["ALL"]`.
#   aliases: [CKV_K8S_29, CKV_K8S_30, AC_K8S_0064]
#   compliance:
#     cis-kubernetes-1.8: ["5.7.3"]
package policy.kubernetes.pod.no_security_context

import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	count(object.get(workload.pod_spec, "securityContext", {})) == 0
	some container in workload.containers
	count(object.get(container.spec, "securityContext", {})) == 0
	path := array.concat(container.path, ["securityContext"])
	holder := kubernetes.holder(workload)
	needs := array.concat(scope.unknown(holder, array.concat(workload.path, ["securityContext"])), scope.unknown(holder, path))
	message := sprintf("Neither the pod nor %s has a security context", [lower_first(kubernetes.title(container))])
}

lower_first(text) := concat("", [lower(substring(text, 0, 1)), substring(text, 1, -1)])
