# METADATA
# title: Pods of a StatefulSet get no names from its Service
# description: |
#   The pods of a StatefulSet find each other by names like `redis-0.redis`. These names come from the Service that
#   `serviceName` names, and only if that Service is headless (`clusterIP: None`) and selects the pods.
#
#   Where it is missing or another kind of Service, the names do not resolve, and replicas that look for each other
#   by them never form a cluster.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add a Service of that name with `clusterIP: None` whose selector matches the pods; keep a second Service for
#     clients that want one address.
#   aliases: [statefulset-has-servicename]
package policy.kubernetes.workload.stateful_service

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope
import data.lib.selector

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind == "StatefulSet"
	set := kubernetes.holder(workload)
	name := set.attributes.spec.serviceName
	name != ""
	not pods.any_linked(set, path)
	doubt := scope.nameless("*", "Service")
	hint := pods.absence(set, services, name, doubt)
	needs := array.concat(doubt, pods.absence_needs(set))
	message := sprintf("No Service \"%s\" found in namespace \"%s\": %s", [name, kubernetes.namespace(set), hint])
}

deny contains {
	"resource": workload.id,
	"at": service.id,
	"path": ["spec", "clusterIP"],
	"message": message,
	"needs": needs,
	"evidence": [{"resource": workload.id, "path": path, "note": "the pods take their names from it"}],
} if {
	some workload in input.workloads
	workload.kind == "StatefulSet"
	set := kubernetes.holder(workload)
	set.attributes.spec.serviceName
	some service in named_by(set)
	object.get(service.attributes.spec, "clusterIP", "") != "None"
	needs := scope.unknown(set, path)
	message := sprintf("The Service \"%s\" is not headless: it gives the pods of StatefulSet \"%s\" no names", [
		service.name,
		set.name,
	])
}

deny contains {
	"resource": workload.id,
	"at": service.id,
	"path": ["spec", "selector"],
	"message": message,
	"needs": needs,
	"evidence": [{"resource": workload.id, "path": path, "note": "the pods take their names from it"}],
} if {
	some workload in input.workloads
	workload.kind == "StatefulSet"
	set := kubernetes.holder(workload)
	some service in named_by(set)
	unmet := selector.unmet({"matchLabels": service.attributes.spec.selector}, workload.labels)
	count(unmet) > 0
	needs := array.concat(
		scope.unknown(service, ["spec", "selector"]),
		array.concat(scope.unknown(set, path), scope.unknown(set, pods.labels_path(workload))),
	)
	message := sprintf("The Service \"%s\" does not select the pods of StatefulSet \"%s\": they lack its `%s`", [
		service.name,
		set.name,
		concat("`, `", unmet),
	])
}

path := ["spec", "serviceName"]

named_by(set) := [input.resources.Service[reference.index] |
	some reference in set.references
	reference.kind == "Service"
	reference.via == path
]

services := scope.by_name("Service")
