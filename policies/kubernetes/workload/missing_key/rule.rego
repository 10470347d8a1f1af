# METADATA
# title: Pod takes a key that its ConfigMap or Secret does not hold
# description: |
#   A container that takes an environment variable or a file from a key of a ConfigMap or Secret does not start where
#   that key does not exist, unless the reference is `optional`. The pod hangs in `CreateContainerConfigError`, and a
#   rollout stops at its first pod.
#
#   Usually the key was renamed, or is written in another case, on one side only.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/configmap/
#   - https://kubernetes.io/docs/tasks/inject-data-application/distribute-credentials-secure/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Write the key as it stands in the ConfigMap or Secret, add it there, or mark the reference `optional: true` if
#     the application can do without.
package policy.kubernetes.workload.missing_key

import data.lib.kubernetes
import data.lib.scope
import data.lib.uses

deny contains {"resource": workload.id, "path": key.path, "message": message, "needs": needs, "evidence": evidence} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some use in uses.keyed(workload)
	not use.optional in {true, "true"}
	some key in use.keys
	doubt := scope.nameless(holder.root, use.kind)
	sources := [input.resources[use.kind][reference.index] |
		some reference in holder.references
		reference.kind == use.kind
		reference.via == use.path
	]
	count(sources) + count(doubt) > 0
	count([source | some source in sources; may_hold(source, key.key)]) == 0
	needs := array.concat(
		array.concat(
			array.concat(doubt, scope.unknown(holder, ["metadata", "namespace"])),
			[{"resource": workload.id, "path": use.optional_path}],
		),
		[need |
			some source in sources
			some place in array.concat([["type"], ["metadata", "annotations"]], [[part] | some part in parts])
			some need in scope.unknown(source, place)
		],
	)
	evidence := [{"resource": source.id, "path": ["data"], "note": "what it holds"} | some source in sources]
	message := sprintf("%s \"%s\" has no key \"%s\": containers that take it do not start", [use.kind, use.name, key.key])
}

parts := ["data", "binaryData", "stringData"]

may_hold(source, key) if {
	some part in parts
	some name, _ in source.attributes[part]
	name == key
}

# What holds nothing yet is filled by somebody else, and so is what a controller knows by its type.
may_hold(source, _) if {
	count([name | some part in parts; some name, _ in source.attributes[part]]) == 0
	count([need | some part in parts; some need in scope.unknown(source, [part])]) == 0
}

may_hold(source, _) if {
	source.kind == "Secret"
	not object.get(source.attributes, "type", "Opaque") in {"Opaque", "kubernetes.io/basic-auth", "kubernetes.io/ssh-auth", "kubernetes.io/tls"}
}

may_hold(source, _) if {
	some name, _ in source.attributes.metadata.annotations
	some mark in ["inject", "reflect", "replicat", "sync", "managed-by", "generate"]
	contains(name, mark)
}
