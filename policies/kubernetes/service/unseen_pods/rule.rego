# METADATA
# title: No pod is seen that the Service would select
# description: |
#   A Service sends its connections to the pods that carry the labels of its selector, and none of those that are
#   seen here does. They may be applied from elsewhere, or come with a chart; if not, every connection to the Service
#   is refused.
#
#   This is for repositories that mean to hold all of an application. Where other things show that the selector is
#   wrong, kubernetes-service-no-pods says so.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Compare the selector with the labels of the pods, and lint them together with the Service if they lie somewhere
#     else.
#   aliases: [dangling-service, C-0293, service-targets-pod]
package policy.kubernetes.service.unseen_pods

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": service.id, "path": ["spec", "selector"], "message": message, "needs": needs} if {
	some service in input.resources.Service
	spec := service.attributes.spec
	count(spec.selector) > 0
	object.get(spec, "type", "ClusterIP") != "ExternalName"
	not pods.any_linked(service, ["spec", "selector"])
	pods.are_unseen(service, spec.selector)
	count(pods.meant(service, {service.name}, spec.selector)) == 0
	needs := array.concat(
		array.concat(scope.unknown(service, ["spec", "selector"]), pods.doubt("*")),
		[
			{"resource": service.id, "path": ["metadata", "namespace"]},
			{"resource": service.id, "path": ["spec", "type"]},
		],
	)
	message := sprintf("No pod with the labels that the Service selects found in namespace \"%s\" of scope \"%s\"; %s", [
		kubernetes.namespace(service),
		service.root,
		scope.caution,
	])
}
