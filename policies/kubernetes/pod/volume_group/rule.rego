# METADATA
# title: Volumes belong to no group of the pod
# description: |
#   Unless `fsGroup` is set, files of volumes, the token of the service account among them, belong to whoever
#   made them, mostly root.
#
#   A process that is not root then cannot write its data, and the usual way out is to run everything as root
#   after all.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   profiles: [strict, security]
#   remediation: >-
#     Set `securityContext.fsGroup` on the pod to a number above 0 that the process may use.
#   aliases: [C-0211.set-fsgroup-value, C-0211.set-supplementalgroups-values]
package policy.kubernetes.pod.volume_group

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	not attribute.number(object.get(workload.pod_spec, ["securityContext", "fsGroup"], 0)) > 0
	not kubernetes.windows(workload)
	path := array.concat(workload.path, ["securityContext", "fsGroup"])
	needs := kubernetes.os_needs(workload)
	message := sprintf("Volumes in pods of this %s belong to no group of theirs: %s", [workload.kind, kubernetes.shown(workload.pod_spec, "fsGroup")])
}
