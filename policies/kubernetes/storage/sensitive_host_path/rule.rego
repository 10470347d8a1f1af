# METADATA
# title: Persistent volume is a directory that its node is run from
# description: |
#   The volume is a directory of a node that holds programs, configuration, start-up files, or what the kubelet and
#   the container runtime keep. Whatever pod uses its claim may write there, unless it asks to read alone.
#
#   Whoever gets into such a pod, or may make a pod with the claim, puts a program or a key of their own there, and
#   owns the node and all that runs on it. What keeps pods from naming such a directory themselves, such as Pod
#   Security, does not look at volumes.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
#   - https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the volume a directory or a disk that holds nothing but its data.
#   outweighs: [kubernetes-storage-host-path]
package policy.kubernetes.storage.sensitive_host_path

import data.lib.host_paths

deny contains {"resource": volume.id, "path": ["spec", field, "path"], "message": message} if {
	some volume in input.resources.PersistentVolume
	some field in ["hostPath", "local"]
	directory := host_paths.sensitive(volume.attributes.spec[field].path)
	message := sprintf("The volume is %s of a node", [directory])
}
