# METADATA
# title: Network policy names a port that no pod has
# description: |
#   A NetworkPolicy may give the ports it allows by the names they have in the pods. A name that none of the selected
#   pods declares allows nothing, and connections to the port that was meant are dropped.
#
#   Numbers are compared with the connection itself; names need the `ports` of the containers.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Write the name of the port as it stands in the container, or its number.
package policy.kubernetes.network.port_name

import data.lib.attribute
import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

# Ports of `egress` are those of pods that the policy does not select.
deny contains {"resource": policy.id, "path": path, "message": message, "needs": needs} if {
	some policy in input.resources.NetworkPolicy
	object.get(policy.attributes.spec, "podSelector", {}) != null
	some at, rule in policy.attributes.spec.ingress
	some position, port in rule.ports
	name := port.port
	not attribute.number(name)
	selected := pods.selected(policy, ["spec", "podSelector"])
	doubt := pods.doubt(policy.root)
	count(selected) + count(doubt) > 0
	count([workload | some workload in selected; pods.may_have_port(workload, name)]) == 0
	path := ["spec", "ingress", at, "ports", position, "port"]
	needs := array.concat(
		array.concat(scope.unknown(policy, ["spec", "podSelector"]), doubt),
		array.concat(
			[{"resource": policy.id, "path": ["metadata", "namespace"]}],
			[need | some workload in selected; some need in pods.unclear_ports(workload)],
		),
	)
	message := sprintf("No container of the selected pods has a port named \"%s\": %s", [
		name,
		concat(", ", {pods.title(workload) | some workload in selected}),
	])
}
