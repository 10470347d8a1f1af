# METADATA
# title: Socket of the container runtime is mounted
# description: |
#   The runtime (Docker, containerd, CRI-O) takes its orders through a socket on the node and asks nobody
#   who sends them.
#
#   A container that can open this socket can start another one that is privileged and mounts the node's
#   disk: it owns the node, whatever else restricts it. A read-only mount changes nothing about that.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
#   - https://docs.docker.com/engine/security/protect-access/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the volume. Build images with a builder that needs no daemon (BuildKit rootless, Buildah), and read
#     container metrics and logs from the kubelet.
#   aliases:
#     - CKV_K8S_27
#     - KSV-0006
#     - AC_K8S_0088
#     - C-0074
#     - docker-sock
package policy.kubernetes.pod.container_socket

import data.lib.host_paths

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some i, volume in workload.pod_spec.volumes
	host_path := volume.hostPath.path
	host_paths.exposes_socket(host_path)
	path := array.concat(workload.path, ["volumes", i, "hostPath", "path"])
	message := sprintf("Volume mounts %s, through which the node's container runtime takes orders", [host_path])
}
