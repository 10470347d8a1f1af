# METADATA
# title: Pod uses what lies in another namespace
# description: |
#   Pods can only use ConfigMaps, Secrets and claims of their own namespace. The one that is named here is in another
#   namespace, so the pod waits for it and does not start.
#
#   It is easily missed, since the name is right and the object is there; often only the `namespace` of one of the
#   two was changed.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Put the object into the namespace of the pod, or the pod into that of the object; copy it if both need it.
package policy.kubernetes.workload.other_namespace

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope
import data.lib.uses

deny contains {"resource": workload.id, "path": use.path, "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	some use in uses.of(workload)
	not use.optional in {true, "true"}
	not pods.any_linked(holder, use.path)
	elsewhere := scope.elsewhere(known[use.kind], holder.root, use.name)
	doubt := scope.nameless(holder.root, use.kind)
	is_there(holder, elsewhere, doubt)
	not scope.is_open(holder.root)
	not [holder.root, use.name] in copied
	needs := array.concat(
		array.concat(doubt, [need[1] | some need in unclear; need[0] == [holder.root, use.name]]),
		[
			{"resource": workload.id, "path": ["metadata", "namespace"]},
			{"resource": workload.id, "path": use.optional_path},
		],
	)
	message := sprintf("%s \"%s\" is in namespace %s, not in \"%s\" where the pod is", [
		use.kind,
		use.name,
		scope.listed(elsewhere),
		kubernetes.namespace(holder),
	])
}

known := {
	"ConfigMap": scope.by_name("ConfigMap"),
	"PersistentVolumeClaim": scope.by_name("PersistentVolumeClaim"),
	"Secret": scope.by_name("Secret"),
}

is_there(holder, elsewhere, _) if scope.is_mistaken(holder, elsewhere)

is_there(_, _, doubt) if count(doubt) > 0

# Controllers copy objects to other namespaces where annotations say so.
copied contains [object.root, object.name] if {
	some kind in ["ConfigMap", "Secret"]
	some object in input.resources[kind]
	some annotation, _ in object.attributes.metadata.annotations
	some mark in ["reflector", "replicat", "sync", "kubed"]
	contains(annotation, mark)
}

unclear contains [[object.root, object.name], need] if {
	some kind in ["ConfigMap", "Secret"]
	some object in input.resources[kind]
	some need in scope.unknown(object, ["metadata", "annotations"])
}
