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
#   profiles: [default, reliability]
#   remediation: >-
#     Give the backend the name of a Service in the namespace of the Ingress, or remove the path.
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
	elsewhere := {namespace | some namespace in services[scope.key(rules.root, backend.name)]}
	not pods.may_be_made(rules, elsewhere)
	hint := pods.absence(rules, elsewhere)
	needs := array.concat(
		scope.nameless(rules.root, "Service"),
		[{"resource": rules.id, "path": ["metadata", "namespace"]}],
	)
	message := sprintf("No Service \"%s\" found in namespace \"%s\": %s", [backend.name, kubernetes.namespace(rules), hint])
}

services := scope.by_name("Service")
