# METADATA
# title: Container can write to its root file system
# description: |
#   Unless the root file system is mounted read-only, a process in the container can change its own
#   programs and libraries.
#
#   An intruder uses that to drop tools, replace a binary or keep a foothold until the pod is deleted.
#   Read-only makes this much harder and also shows where an application keeps state it will lose.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `securityContext.readOnlyRootFilesystem: true` on the container, and mount an `emptyDir` volume
#     on each directory it has to write to (often `/tmp`).
#   aliases:
#     - CKV_K8S_22
#     - KSV-0014
#     - AC_K8S_0078
#     - C-0017
#     - no-read-only-root-fs
#     - notReadOnlyRootFilesystem
#     - container-security-context-readonlyrootfilesystem
package policy.kubernetes.pod.writable_root_filesystem

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	not attribute.is_true(container.spec.securityContext.readOnlyRootFilesystem)
	not kubernetes.windows(workload)
	path := array.concat(container.path, ["securityContext", "readOnlyRootFilesystem"])
	needs := kubernetes.os_needs(workload)
	message := sprintf("%s can write to its root file system: %s", [
		kubernetes.title(container),
		kubernetes.shown(container.spec, "readOnlyRootFilesystem"),
	])
}
