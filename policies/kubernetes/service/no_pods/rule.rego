# METADATA
# title: Service selects no pod
# description: |
#   A Service sends its connections to the pods that carry the labels of its selector. Where no pod does, every
#   connection is refused, and nothing says why: the Service is there, its name resolves, its address answers
#   nothing.
#
#   Most often a label was renamed on one side only, or the two lie in different namespaces. A selector that
#   matches nothing today may also match somebody else's pods tomorrow.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give the selector the labels that the pod template has, and put both into one namespace; remove the Service
#     if its pods are gone.
#   aliases: [dangling-service, C-0293, service-targets-pod]
package policy.kubernetes.service.no_pods

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": service.id, "path": ["spec", "selector"], "message": message, "needs": needs} if {
	some service in input.resources.Service
	spec := service.attributes.spec
	count(spec.selector) > 0
	object.get(spec, "type", "ClusterIP") != "ExternalName"
	not pods.any_linked(service, ["spec", "selector"])
	hint := pods.no_pods(service, {service.name}, spec.selector)
	needs := array.concat(
		array.concat(scope.unknown(service, ["spec", "selector"]), pods.doubt("*")),
		[
			{"resource": service.id, "path": ["metadata", "namespace"]},
			{"resource": service.id, "path": ["spec", "type"]},
		],
	)
	message := sprintf("No pod with the labels that the Service selects found in namespace \"%s\": %s", [
		kubernetes.namespace(service),
		hint,
	])
}
