# METADATA
# title: SELinux label of the container is set by hand
# description: |
#   On nodes with SELinux every container gets a label that keeps it from the files of the node and of other
#   containers. A type or user that is set here may lift that: `spc_t` is not confined at all.
#
#   Whoever gets code running inside then reads and changes what the label would have kept from them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `seLinuxOptions.user`, `role` and `type`, or use `container_t` or `container_init_t`. A `level`
#     alone is fine.
#   aliases: [KSV-0025]
package policy.kubernetes.pod.selinux_options

import data.lib.kubernetes
import data.lib.pod_security

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some field, value in container.spec.securityContext.seLinuxOptions
	not pod_security.plain_label(field, value)
	path := array.concat(container.path, ["securityContext", "seLinuxOptions", field])
	message := sprintf("%s has the SELinux %s %v", [kubernetes.title(container), field, value])
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some field, value in workload.pod_spec.securityContext.seLinuxOptions
	not pod_security.plain_label(field, value)
	path := array.concat(workload.path, ["securityContext", "seLinuxOptions", field])
	message := sprintf("Pods of this %s have the SELinux %s %v", [kubernetes.kind(workload), field, value])
}
