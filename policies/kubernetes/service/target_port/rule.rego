# METADATA
# title: Service sends to a port name that none of its pods has
# description: |
#   A Service may name the port of its pods instead of giving its number. Pods that declare no port of that name are
#   left out of the Service: it has no address to send to, although the pods run and are ready.
#
#   The name has to be written the same in the Service and in `ports` of a container; a rename on one side only shows
#   up as refused connections.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Name the port in the container (`ports: [{name: http, containerPort: 8080}]`), or give `targetPort` the name or
#     number it has there.
package policy.kubernetes.service.target_port

import data.lib.attribute
import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

# Numbers need no declaration, so only names can be wrong.
deny contains {"resource": service.id, "path": ["spec", "ports", at, "targetPort"], "message": message, "needs": needs} if {
	some service in input.resources.Service
	service.attributes.spec.selector != null
	some at, port in service.attributes.spec.ports
	name := port.targetPort
	not attribute.number(name)
	selected := pods.selected(service, ["spec", "selector"])
	doubt := pods.doubt(service.root)
	count(selected) + count(doubt) > 0
	count([workload | some workload in selected; pods.may_have_port(workload, name)]) == 0
	needs := array.concat(
		array.concat(scope.unknown(service, ["spec", "selector"]), doubt),
		array.concat(
			scope.unknown(service, ["metadata", "namespace"]),
			[need | some workload in selected; some need in pods.unclear_ports(workload)],
		),
	)
	message := sprintf("No container of the pods selected in namespace \"%s\" has a port named \"%s\": %s", [
		kubernetes.namespace(service),
		name,
		concat(", ", {pods.title(workload) | some workload in selected}),
	])
}
