# METADATA
# title: Route sends to a port that the Service does not have
# description: |
#   A route of the Gateway API names the port of the Service it sends to: the number under `port` of the Service, not
#   that of the container behind it. A port that the Service does not have leads nowhere, and callers get an error.
#
#   The usual mistake is to write the port of the container in both places.
# related_resources:
#   - https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional
#   - https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Write the number under `port` of one of the ports of the Service in the backend.
package policy.kubernetes.gateway.wrong_port

import data.lib.route
import data.lib.scope

deny contains {"resource": rules.id, "path": port.path, "message": message, "needs": needs} if {
	some rules in route.all
	some backend in route.backends(rules)
	some port in backend.ports
	services := [input.resources.Service[reference.index] |
		some reference in rules.references
		reference.kind == "Service"
		reference.via == backend.path
	]
	doubt := array.concat(
		scope.nameless(rules.root, "Service"),
		scope.unknown(rules, ["metadata", "namespace"]),
	)
	count(services) + count(doubt) > 0
	count([service | some service in services; has_port(service, port.wanted)]) == 0
	needs := array.concat(
		array.concat(array.concat(doubt, backend.needs), scope.unknown(rules, backend.path)),
		[need | some service in services; some field in ["ports", "type"]; some need in scope.unknown(service, ["spec", field])],
	)
	message := sprintf("Service \"%s\" has no port %v: %s", [
		backend.name,
		port.wanted,
		told({text | some service in services; some text in shown(service)}),
	])
}

has_port(service, wanted) if {
	some port in service.attributes.spec.ports
	sprintf("%v", [port.port]) == sprintf("%v", [wanted])
}

# What has another name needs no ports.
has_port(service, _) if service.attributes.spec.type == "ExternalName"

shown(service) := {sprintf("%v", [port.port]) | some port in service.attributes.spec.ports}

told(ports) := sprintf("its ports are %s", [concat(", ", ports)]) if count(ports) > 0

else := "it has none"
