# METADATA
# title: Pod has a priority class that is not there
# description: |
#   A priority class says which pods go first when nodes are full. A pod that names a class which the cluster does not
#   have is refused: a rollout makes no new pods, and nothing but an event of the ReplicaSet says why.
#
#   Other classes are declared here, and none of that name.
# related_resources:
#   - https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give `priorityClassName` the name of a class that is there, or add the PriorityClass.
package policy.kubernetes.workload.missing_priority_class

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": doubt} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	name := workload.pod_spec.priorityClassName
	name != ""
	not is_brought(name)
	not scope.is_pending(name)
	path := array.concat(workload.path, ["priorityClassName"])
	not pods.any_linked(holder, path)
	not scope.is_open(holder.root)
	not scope.in_other_scope(classes, holder.root, name)
	doubt := scope.nameless("*", "PriorityClass")
	others := array.concat(object.get(seen, holder.root, []), ["one whose name is unknown" | some _ in doubt])
	some other in array.slice(others, 0, 1)
	message := sprintf("No PriorityClass \"%s\" found, though scope \"%s\" declares others, such as \"%s\"; %s", [
		name,
		holder.root,
		other,
		scope.caution,
	])
}

# Classes that clusters come with.
is_brought(name) if {
	some start in ["gmp-", "openshift-", "system-"]
	startswith(name, start)
}

classes := scope.by_name("PriorityClass")

seen := {root: [class.name | some class in input.resources.PriorityClass; class.root == root] |
	some one in input.resources.PriorityClass
	root := one.root
}
