# METADATA
# title: Namespace enforces no Pod Security level
# description: |
#   Without the label `pod-security.kubernetes.io/enforce` a namespace takes every pod: privileged ones, ones that
#   share the network of the node or mount its disks. Whoever may create pods in it can take over the node.
#
#   A level keeps such pods out whoever creates them. What runs here already decides which one can be set at once.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-admission/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Add the label with the highest level that the pods meet (`restricted`, else `baseline`), and move the pods that
#     need more to a namespace of their own.
#   aliases: [C-0193, C-0197]
package policy.kubernetes.namespace.nothing_enforced

import data.lib.pod_security
import data.lib.pods

deny contains {"resource": namespace.id, "path": ["metadata", "labels", label], "message": message, "needs": needs} if {
	some namespace in input.resources.Namespace
	not is_placeholder(namespace.attributes.metadata.name)
	labels := object.get(namespace.attributes.metadata, "labels", {})
	not labels[label]
	held := [workload |
		some reference in namespace.referred_by
		reference.via == ["metadata", "namespace"]
		some workload in pods.of(reference.id)
	]
	needs := [{"resource": namespace.id, "path": ["metadata", "name"]}]
	message := sprintf("Nothing keeps privileged pods out: %s", [advice(held)])
}

# A name that Kubernetes would refuse is replaced by what applies the object, such as a kustomization with a `namespace`,
# and labels may be added on the way.
is_placeholder(name) if not regex.match(`^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`, name)

advice(held) := "no pod of it is seen here" if count(held) == 0

advice(held) := sprintf("the pods seen here meet the level %s, so it can be enforced", [level]) if {
	count(held) > 0
	some level in array.slice([fits | some fits in ["restricted", "baseline"]; count(breaking(held, fits)) == 0], 0, 1)
}

advice(held) := sprintf("those of %s break the level baseline", [concat(", ", array.slice(titles, 0, 5))]) if {
	titles := [pods.title(workload) | some workload in breaking(held, "baseline")]
	count(titles) > 0
}

breaking(held, level) := [workload |
	some workload in held
	count(pod_security.refused(workload, level)) > 0
]

label := "pod-security.kubernetes.io/enforce"
