# METADATA
# title: Ingress sends to a Service that is not there
# description: |
#   An Ingress names the Service that answers for a host and path. Where its namespace has no Service of that name,
#   callers get an error page, usually 503, and nothing else says that the name is wrong.
#
#   A name that leads nowhere can also be taken: whoever may create a Service in the namespace then gets the traffic
#   of that host.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/ingress/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give the backend the name of a Service in the namespace of the Ingress, or remove the path. Since
#     `networking.k8s.io/v1` the name stands in `service.name` and the port in `service.port`.
#   aliases: [dangling-ingress, C-0298, ingress-targets-service]
package policy.kubernetes.ingress.missing_service

import data.lib.ingress
import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": rules.id, "path": backend.path, "message": message, "needs": needs} if {
	some rules in input.resources.Ingress
	some backend in ingress.backends(rules)
	not pods.any_linked(rules, backend.path)
	doubt := scope.nameless("*", "Service")
	hint := absence(rules, backend.name, doubt)
	needs := array.concat(
		array.concat(doubt, pods.absence_needs(rules)),
		[{"resource": rules.id, "path": backend.needs}],
	)
	message := sprintf("No Service \"%s\" found in namespace \"%s\": %s", [backend.name, kubernetes.namespace(rules), hint])
}

deny contains {"resource": rules.id, "path": backend.path, "message": message, "needs": needs} if {
	some rules in input.resources.Ingress
	some backend in ingress.misformed(rules)
	needs := [{"resource": rules.id, "path": place} | some place in backend.needs]
	message := sprintf("The backend names no Service: %s reads its name from \"service.name\" only", [rules.api_version])
}

absence(rules, name, doubt) := pods.absence(rules, services, name, doubt)

absence(rules, name, doubt) := sprintf("there are other Services of that namespace in scope \"%s\", but %s", [rules.root, scope.caution]) if {
	count(doubt) == 0
	not pods.are_seen(rules.root, kubernetes.namespace(rules))
	[rules.root, kubernetes.namespace(rules)] in seen
	pods.is_unseen(rules, services, name)
}

seen contains [service.root, kubernetes.namespace(service)] if some service in input.resources.Service

services := scope.by_name("Service")
