# METADATA
# title: Ingress sends to a port that the Service does not have
# description: |
#   An Ingress names the port of the Service it sends to: the number or name under `port` of the Service, not that of
#   the container behind it. A port that the Service does not have leads nowhere, and callers get an error page.
#
#   The usual mistake is to write the port of the container in both places.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/ingress/
#   - https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Write the `port` or the `name` of one of the ports of the Service in the backend.
#   aliases: [ingress-targets-service]
package policy.kubernetes.ingress.wrong_port

import data.lib.ingress
import data.lib.pods
import data.lib.scope

deny contains {"resource": rules.id, "path": port.path, "message": message, "needs": needs} if {
	some rules in input.resources.Ingress
	some port in ingress.ports(rules)
	services := [input.resources.Service[reference.index] |
		some reference in rules.references
		reference.kind == "Service"
		reference.via == port.of
	]
	doubt := array.concat(
		scope.nameless(rules.root, "Service"),
		scope.unknown(rules, ["metadata", "namespace"]),
	)
	count(services) + count(doubt) > 0
	count([service | some service in services; has_port(service, port.wanted)]) == 0
	needs := array.concat(
		array.concat(doubt, scope.unknown(rules, port.of)),
		[need | some service in services; some field in ["ports", "type"]; some need in scope.unknown(service, ["spec", field])],
	)
	message := sprintf("Service \"%s\" has no port %v: %s", [
		port.name,
		port.wanted,
		told({text | some service in services; some text in shown(service)}),
	])
}

has_port(service, wanted) if {
	some port in service.attributes.spec.ports
	sprintf("%v", [wanted]) in {sprintf("%v", [port.port]), object.get(port, "name", "")}
}

# What has another name needs no ports.
has_port(service, _) if service.attributes.spec.type == "ExternalName"

shown(service) := {sprintf("%v", [port.port]) | some port in service.attributes.spec.ports}

told(ports) := sprintf("its ports are %s", [concat(", ", ports)]) if count(ports) > 0

else := "it has none"
