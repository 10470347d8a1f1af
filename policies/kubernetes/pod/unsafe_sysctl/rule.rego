# METADATA
# title: Pod changes settings of the kernel that are not its own
# description: |
#   Some kernel settings (sysctls) are kept apart for each pod. Others hold for the whole node, or use what
#   other pods need, so that Kubernetes calls them unsafe and kubelets refuse them unless told otherwise.
#
#   A pod with one of them does not start on an ordinary node. On one that allows it, it can slow down or stop
#   its neighbours.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the sysctl, or set it on the nodes. The ones that are safe are listed in the documentation.
#   aliases: [KSV-0026, AC_K8S_0074, C-0211.set-sysctls-params, unsafe-sysctls]
package policy.kubernetes.pod.unsafe_sysctl

import data.lib.kubernetes
import data.lib.pod_security

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some at, sysctl in workload.pod_spec.securityContext.sysctls
	not dotted(sysctl.name) in pod_security.safe_sysctls
	path := array.concat(workload.path, ["securityContext", "sysctls", at, "name"])
	message := sprintf("In pods of this %s the sysctl %s is set, which Kubernetes does not count as safe", [kubernetes.kind(workload), sysctl.name])
}

# The kubelet takes slashes for dots.
dotted(name) := replace(name, "/", ".") if not contains(name, ".")

dotted(name) := name if contains(name, ".")
