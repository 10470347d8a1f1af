# METADATA
# title: Agent on every node may replace its network plugins
# description: |
#   The container runtime runs the programs in this directory as root of the node, each time a pod gets its network.
#   Whoever may write there owns the node: the rights that the pod has besides make no difference.
#
#   The cluster's own network plugin has to install itself like this, so that its image and its namespace deserve
#   the care that the nodes get. Anything else has no business there. In pods that are not on every node it is
#   `kubernetes-pod-sensitive-host-path`.
# related_resources:
#   - https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove the volume, unless this is the cluster's network plugin: then pin its images by digest, keep it in a
#     namespace that only administrators may change.
#   outweighs:
#     - kubernetes-pod-added-capability
#     - kubernetes-pod-added-raw-packets
#     - kubernetes-pod-apparmor-unconfined
#     - kubernetes-pod-dangerous-capability
#     - kubernetes-pod-host-ipc
#     - kubernetes-pod-host-network
#     - kubernetes-pod-host-network-agent
#     - kubernetes-pod-host-path
#     - kubernetes-pod-host-pid
#     - kubernetes-pod-host-pid-confined
#     - kubernetes-pod-kept-capabilities
#     - kubernetes-pod-no-hardening
#     - kubernetes-pod-no-seccomp-profile
#     - kubernetes-pod-privilege-escalation
#     - kubernetes-pod-privileged
#     - kubernetes-pod-proc-mount
#     - kubernetes-pod-raw-packets
#     - kubernetes-pod-run-as-root
#     - kubernetes-pod-seccomp-unconfined
#     - kubernetes-pod-selinux-options
#     - kubernetes-pod-sensitive-host-path
#     - kubernetes-pod-storage-plugin
#     - kubernetes-pod-writable-host-path
package policy.kubernetes.pod.network_plugin

import data.lib.host_paths
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	kubernetes.on_every_node(workload)
	some at, volume in workload.pod_spec.volumes
	directory := host_paths.network_plugins(volume.hostPath.path)
	some mount in host_paths.writable_mounts(workload, volume)
	path := array.concat(workload.path, ["volumes", at, "hostPath", "path"])
	needs := [{"resource": workload.id, "path": mount.read_only}]
	message := sprintf("Pods of this %s may replace the network plugins in %s of their node", [kubernetes.kind(workload), directory])
}
