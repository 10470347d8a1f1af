# METADATA
# title: Agent on every node makes mounts there
# description: |
#   With `mountPropagation: Bidirectional` what a container mounts appears on its node, and in other pods. Kubernetes
#   takes that of privileged containers only: whoever gets into one owns the node, and the rights that the pod has
#   besides make no difference.
#
#   What brings storage to a node (the node part of a CSI driver, say) cannot do without, so that its image and its
#   namespace deserve the care that the nodes get. Anything else is given its storage, and does not mount it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation
#   - https://kubernetes-csi.github.io/docs/deploying.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `mountPropagation: Bidirectional` and `privileged: true`, unless this brings storage to the nodes of the
#     cluster: then pin its images by digest, and keep it in a namespace that only administrators may change.
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
#     - kubernetes-pod-writable-host-path
package policy.kubernetes.pod.storage_plugin

import data.lib.attribute
import data.lib.host_paths
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "evidence": evidence} if {
	some workload in input.workloads
	kubernetes.on_every_node(workload)
	shared := array.concat(propagated(workload, {"container"}), propagated(workload, {"init", "sidecar"}))[0]
	path := array.concat(workload.path, ["volumes"])
	evidence := [
		{"resource": workload.id, "path": array.concat(shared.mount, ["mountPropagation"]), "note": "what is mounted below appears on the node"},
		{"resource": workload.id, "path": array.concat(shared.container, ["securityContext", "privileged"]), "note": "which takes a privileged container"},
	]
	message := sprintf("Pods of this %s mount what they like below %s of their node", [kubernetes.kind(workload), shared.directory])
}

# Where privileged containers hand mounts on to their node. That takes no directory which the node is run from.
propagated(workload, roles) := [found |
	some volume in workload.pod_spec.volumes
	not host_paths.sensitive(volume.hostPath.path)
	some container in workload.containers
	container.role in roles
	attribute.is_true(container.spec.securityContext.privileged)
	some number, mount in container.spec.volumeMounts
	mount.name == volume.name
	mount.mountPropagation == "Bidirectional"
	found := {
		"directory": volume.hostPath.path,
		"container": container.path,
		"mount": array.concat(container.path, ["volumeMounts", number]),
	}
]
