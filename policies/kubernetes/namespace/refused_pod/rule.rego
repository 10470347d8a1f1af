# METADATA
# title: Pod breaks the Pod Security level that its namespace enforces
# description: |
#   A namespace with the label `pod-security.kubernetes.io/enforce` takes no pods that break the level it names. The
#   Deployment is accepted, but its pods are refused one by one, and the workload stays without any.
#
#   The reason is only in the events. Where it is noticed, people tend to lower the level of the namespace for all of
#   its pods.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-admission/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability, security]
#   remediation: >-
#     Change the field so that it meets the level; if the pod really needs it, run it in a namespace of its own with
#     a lower level.
package policy.kubernetes.namespace.refused_pod

import data.lib.kubernetes
import data.lib.pod_security
import data.lib.scope

deny contains {"resource": workload.id, "path": refusal.path, "message": message, "needs": needs, "evidence": evidence} if {
	some workload in input.workloads
	not is_pattern(workload.kind)
	holder := kubernetes.holder(workload)
	holder.attributes.metadata.namespace
	some enforced in levels(holder)
	some refusal in pod_security.refused(workload, enforced.level)
	needs := array.concat(
		array.concat(enforced.needs, [{"resource": workload.id, "path": ["metadata", "namespace"]}]),
		[need | some path in array.concat([refusal.path], refusal.needs); some need in scope.unknown(holder, path)],
	)
	evidence := enforced.evidence
	message := sprintf("Namespace \"%s\" enforces the level %s and refuses these pods: %s", [
		kubernetes.namespace(holder),
		enforced.level,
		refusal.text,
	])
}

# Kinds that other objects make pods from, which may lie in any namespace.
is_pattern(kind) if {
	some end in ["Class", "Config", "Configuration", "Profile", "Runtime", "Template"]
	endswith(split(kind, ".")[0], end)
}

levels(holder) := array.concat(
	[{
		"level": namespace.attributes.metadata.labels[label],
		"needs": [{"resource": namespace.id, "path": ["metadata", "labels", label]}],
		"evidence": [{"resource": namespace.id, "path": ["metadata", "labels", label], "note": "what is enforced"}],
	} |
		some namespace in namespaces(holder)
	],
	[{"level": "restricted", "needs": [need], "evidence": []} |
		some need in array.concat(
			scope.nameless(holder.root, "Namespace"),
			[{"resource": namespace.id, "path": path} |
				some namespace in namespaces(holder)
				some path in namespace.unknown
				scope.overlap(path, ["metadata", "labels", label])
			],
		)
	],
)

namespaces(holder) := [input.resources.Namespace[reference.index] |
	some reference in holder.references
	reference.kind == "Namespace"
	reference.via == ["metadata", "namespace"]
]

label := "pod-security.kubernetes.io/enforce"
