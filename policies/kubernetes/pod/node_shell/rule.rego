# METADATA
# title: Pod for work by hand has rights over its node
# description: |
#   Somebody types into this Pod (`stdin` and `tty`), and it has rights over the node that it runs on: to look after a
#   node is what it is for.
#
#   It stays when the work is done, since nothing ends it. Whoever may attach to pods of its namespace, or run
#   commands in them, then has these rights, too.
# related_resources:
#   - https://kubernetes.io/docs/tasks/debug/debug-cluster/kubectl-node-debug/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Do without the file: `kubectl debug node/NAME --profile=sysadmin` starts such a Pod when it is needed. Delete
#     the Pod when the work is done.
#   outweighs:
#     - kubernetes-pod-added-capability
#     - kubernetes-pod-added-raw-packets
#     - kubernetes-pod-apparmor-unconfined
#     - kubernetes-pod-container-socket
#     - kubernetes-pod-dangerous-capability
#     - kubernetes-pod-host-ipc
#     - kubernetes-pod-host-network
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
#     - kubernetes-pod-root-supplementary-group
#     - kubernetes-pod-run-as-root
#     - kubernetes-pod-seccomp-unconfined
#     - kubernetes-pod-selinux-options
#     - kubernetes-pod-sensitive-host-path
#     - kubernetes-pod-writable-host-path
package policy.kubernetes.pod.node_shell

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": ["kind"], "message": message, "evidence": evidence} if {
	some workload in input.workloads
	workload.kind == "Pod"
	hands := [container |
		some container in workload.containers
		attribute.is_true(container.spec.stdin)
		attribute.is_true(container.spec.tty)
	]
	has_rights(workload)
	evidence := [{"resource": workload.id, "path": array.concat(hands[0].path, ["stdin"]), "note": "takes what somebody types"}]
	message := sprintf("%s of this Pod is for work by hand, with rights over its node", [kubernetes.title(hands[0])])
}

has_rights(workload) if {
	some container in workload.containers
	attribute.is_true(container.spec.securityContext.privileged)
}

has_rights(workload) if {
	some volume in workload.pod_spec.volumes
	volume.hostPath
}

has_rights(workload) if {
	some namespace in ["hostIPC", "hostNetwork", "hostPID"]
	attribute.is_true(workload.pod_spec[namespace])
}
