# METADATA
# title: Container may change the system of its node
# description: |
#   The volume is a directory that the node is run from: programs, configuration, start-up files, or what the
#   kubelet and the container runtime keep there. The container may write to it.
#
#   Whoever gets into the container puts a program or a key of their own there, and owns the node and all that
#   runs on it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the volume, or mount it with `readOnly: true` and narrow `path` to the file that is needed.
#   aliases: [KSV-0121, sensitive-host-mounts]
package policy.kubernetes.pod.sensitive_host_path

import data.lib.host_paths
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some at, volume in workload.pod_spec.volumes
	directory := owning(workload, volume.hostPath.path)
	some mount in host_paths.writable_mounts(workload, volume)
	path := array.concat(workload.path, ["volumes", at, "hostPath", "path"])
	needs := [{"resource": workload.id, "path": mount.read_only}]
	message := sprintf("%s may write to %s of the node", [kubernetes.title(mount.container), directory])
}

# The directory, if whoever may write there owns the node.
owning(_, path) := host_paths.sensitive(path)

# What installs network plugins is on every node: kubernetes-pod-network-plugin.
owning(workload, path) := directory if {
	not kubernetes.on_every_node(workload)
	directory := host_paths.network_plugins(path)
}
