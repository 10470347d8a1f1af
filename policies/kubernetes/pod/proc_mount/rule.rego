# METADATA
# title: Container sees all of /proc
# description: |
#   Parts of `/proc` and `/sys` give away secrets of the kernel or change how the node behaves, so container
#   runtimes hide them or make them read-only. `procMount: Unmasked` lifts that.
#
#   Whoever gets code running inside, as root above all, has that many more ways out to the node. In a user namespace
#   of its own (`hostUsers: false`), root of the pod is nobody to the kernel.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `procMount`, or set it to `Default`. Containers that build or start others want it in a user
#     namespace only: set `hostUsers: false` for their pods.
#   aliases: [KSV-0027, AC_K8S_0077, C-0211.set-procmount-default, unsafe-proc-mount, procMount]
package policy.kubernetes.pod.proc_mount

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	not kubernetes.has_own_users(workload)
	some container in workload.containers
	mount := container.spec.securityContext.procMount
	not mount in {"Default", ""}
	path := array.concat(container.path, ["securityContext", "procMount"])
	needs := kubernetes.user_needs(workload)
	message := sprintf("%s has /proc mounted %s", [kubernetes.title(container), mount])
}
