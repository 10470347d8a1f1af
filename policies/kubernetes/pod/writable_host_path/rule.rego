# METADATA
# title: Container may write to a directory of its node
# description: |
#   A `hostPath` volume is a directory of the node, and this container may write to it. Others that read what
#   lies there, the node's own programs included, trust that only the administrator changes it.
#
#   An intruder leaves files there that outlive the pod, fills the disk of the node, or changes what other
#   pods read.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `readOnly: true` on the mount, or use an `emptyDir` or a PersistentVolumeClaim for what is written.
#   aliases: [C-0045, writable-host-mount]
package policy.kubernetes.pod.writable_host_path

import data.lib.host_paths
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": mount.read_only, "message": message} if {
	some workload in input.workloads
	some volume in workload.pod_spec.volumes
	volume.hostPath
	some mount in host_paths.writable_mounts(workload, volume)
	message := sprintf("%s may write to %s of the node", [kubernetes.title(mount.container), object.get(volume.hostPath, "path", "a directory")])
}
