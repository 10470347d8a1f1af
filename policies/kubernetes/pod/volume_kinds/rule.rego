# METADATA
# title: Volume is of a kind that Kubernetes hands over to drivers
# description: |
#   Kubernetes used to bring code for many kinds of storage. These kinds are deprecated or gone, or give pods
#   direct access to a server of the network with whatever rights the node has there.
#
#   A claim keeps such details, and credentials, out of the pod: whoever writes the pod can not choose what is
#   mounted.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/storage/volumes/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make a PersistentVolume, or a StorageClass of a CSI driver, and use a `persistentVolumeClaim`.
#   aliases: [KSV-0028, AC_K8S_0081]
package policy.kubernetes.pod.volume_kinds

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some at, volume in workload.pod_spec.volumes
	some kind, _ in volume
	not kind in usual
	path := array.concat(workload.path, ["volumes", at, kind])
	message := sprintf("Volume \"%s\" is of the kind %s", [object.get(volume, "name", ""), kind])
}

# hostPath is reported as such.
usual := {
	"configMap",
	"csi",
	"downwardAPI",
	"emptyDir",
	"ephemeral",
	"hostPath",
	"image",
	"name",
	"persistentVolumeClaim",
	"projected",
	"secret",
}
