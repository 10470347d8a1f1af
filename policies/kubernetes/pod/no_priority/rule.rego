# METADATA
# title: Pod has no priority
# description: |
#   When a cluster is full, the scheduler stops pods of lower priority to make room for those of higher. What
#   has no class counts as zero, the same as everything else.
#
#   Which application then stays away is left to chance.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Make PriorityClasses for what has to run and what may wait, and set `priorityClassName`, or give one of
#     them `globalDefault: true`.
#   aliases: [priority-class-name, priorityClassNotSet]
package policy.kubernetes.pod.no_priority

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	object.get(workload.pod_spec, "priorityClassName", "") == ""
	count(defaults) == 0
	path := array.concat(workload.path, ["priorityClassName"])
	needs := [{"resource": class.id, "path": ["globalDefault"]} | some class in input.resources.PriorityClass]
	message := sprintf("Pods of this %s are worth as much as any other: no priorityClassName is set", [kubernetes.kind(workload)])
}

defaults := [class | some class in input.resources.PriorityClass; attribute.is_true(class.attributes.globalDefault)]
