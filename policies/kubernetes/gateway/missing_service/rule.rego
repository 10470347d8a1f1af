# METADATA
# title: Route sends to a Service that is not there
# description: |
#   A route of the Gateway API names the Services that answer its requests. Where its namespace has no Service of that
#   name, callers get an error, 500 for HTTP, and only the status of the route says why.
#
#   A name that leads nowhere can also be taken: whoever may create a Service in the namespace then gets the traffic.
# related_resources:
#   - https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give the backend the name of a Service in the namespace of the route, or remove it.
package policy.kubernetes.gateway.missing_service

import data.lib.kubernetes
import data.lib.pods
import data.lib.route
import data.lib.scope

deny contains {"resource": rules.id, "path": backend.path, "message": message, "needs": needs} if {
	some rules in route.all
	some backend in route.backends(rules)
	not pods.any_linked(rules, backend.path)
	doubt := scope.nameless("*", "Service")
	hint := pods.absence(rules, services, backend.name, doubt)
	needs := array.concat(array.concat(doubt, pods.absence_needs(rules)), backend.needs)
	message := sprintf("No Service \"%s\" found in namespace \"%s\": %s", [backend.name, kubernetes.namespace(rules), hint])
}

services := scope.by_name("Service")
