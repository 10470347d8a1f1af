# METADATA
# title: Volumes belong to no group of the pod
# description: |
#   Unless `fsGroup` is set, the files of a volume that keeps data belong to whoever made them, mostly root.
#
#   A process that is not root then cannot write its data, and the usual way out is to run everything as root
#   after all.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `securityContext.fsGroup` on the pod to a number above 0 that the process may use.
#   aliases: [C-0211.set-fsgroup-value]
package policy.kubernetes.pod.volume_group

import data.lib.attribute
import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	not attribute.number(object.get(workload.pod_spec, ["securityContext", "fsGroup"], 0)) > 0
	not kubernetes.windows(workload)
	keeps_data(workload)
	path := array.concat(workload.path, ["securityContext", "fsGroup"])
	needs := array.concat(kubernetes.os_needs(workload), unclear_volumes(workload))
	message := sprintf("Volumes in pods of this %s belong to no group of theirs: %s", [kubernetes.kind(workload), kubernetes.shown(workload.pod_spec, "fsGroup")])
}

# Of disks the kubelet gives the group to every file. What it makes itself, such as an `emptyDir` or a mounted Secret,
# can be used by any user; directories of nodes and NFS it leaves as they are.
keeps_data(workload) if {
	some volume in workload.pod_spec.volumes
	some field in disks
	volume[field]
}

keeps_data(workload) if count(object.get(kubernetes.holder(workload).attributes, ["spec", "volumeClaimTemplates"], [])) > 0

keeps_data(workload) if count(unclear_volumes(workload)) > 0

disks := {
	"awsElasticBlockStore",
	"azureDisk",
	"cinder",
	"csi",
	"ephemeral",
	"fc",
	"gcePersistentDisk",
	"iscsi",
	"persistentVolumeClaim",
	"portworxVolume",
	"rbd",
	"vsphereVolume",
}

# As `needs`: volumes of which it is not known what they are, where none is known to be a disk.
unclear_volumes(workload) := [need |
	known := {field | some volume in workload.pod_spec.volumes; some field in disks; volume[field]}
	count(known) == 0
	some place in [array.concat(workload.path, ["volumes"]), ["spec", "volumeClaimTemplates"]]
	some need in scope.unknown(kubernetes.holder(workload), place)
]
