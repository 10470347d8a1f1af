# METADATA
# title: Group of every file of a volume is set again at every start
# description: |
#   With `fsGroup` Kubernetes gives every file of a volume to that group before the pod starts, each time,
#   however many there are.
#
#   On a large volume that takes minutes in which the service is away. With `OnRootMismatch` it looks at the
#   top directory first, and mostly finds nothing to do.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `securityContext.fsGroupChangePolicy: OnRootMismatch` beside `fsGroup`.
#   aliases: [C-0211.set-fsgroupchangepolicy-value]
package policy.kubernetes.pod.volume_group_change

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	workload.pod_spec.securityContext.fsGroup
	object.get(workload.pod_spec.securityContext, "fsGroupChangePolicy", "Always") == "Always"
	keeps_data(workload)
	path := array.concat(workload.path, ["securityContext", "fsGroupChangePolicy"])
	message := sprintf("Each start of these pods sets the group of every file to %v", [workload.pod_spec.securityContext.fsGroup])
}

# Kubernetes knows two policies, and refuses an object with another.
deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	policy := workload.pod_spec.securityContext.fsGroupChangePolicy
	not policy in {"Always", "OnRootMismatch"}
	path := array.concat(workload.path, ["securityContext", "fsGroupChangePolicy"])
	message := sprintf("Kubernetes refuses these pods: there is no fsGroupChangePolicy %v", [policy])
}

keeps_data(workload) if {
	some volume in workload.pod_spec.volumes
	some field in ["persistentVolumeClaim", "ephemeral", "csi"]
	volume[field]
}

keeps_data(workload) if {
	workload.kind == "StatefulSet"
	count(input.resources.StatefulSet[workload.index].attributes.spec.volumeClaimTemplates) > 0
}
