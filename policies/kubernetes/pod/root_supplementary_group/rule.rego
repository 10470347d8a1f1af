# METADATA
# title: Pod gets the group of root
# description: |
#   Group 0 is the root group. On the node many files that matter belong to it, and it may read or write them
#   where others may not.
#
#   Who breaks out of the container, or finds a directory of the node mounted, gets at these files without
#   being root.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give `fsGroup` and `supplementalGroups` numbers above 0.
#   aliases: [KSV-0116, C-0211.set-supplementalgroups-values]
package policy.kubernetes.pod.root_supplementary_group

import data.lib.attribute

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	attribute.number(workload.pod_spec.securityContext.fsGroup) == 0
	path := array.concat(workload.path, ["securityContext", "fsGroup"])
	message := "Volumes belong to the group of root: fsGroup is 0"
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some at, group in workload.pod_spec.securityContext.supplementalGroups
	attribute.number(group) == 0
	path := array.concat(workload.path, ["securityContext", "supplementalGroups", at])
	message := "Containers run in the group of root: supplementalGroups has 0"
}
