# Where the routes of the Gateway API send to.
package lib.route

import data.lib.kubernetes

kinds := [
	"GRPCRoute.gateway.networking.k8s.io",
	"HTTPRoute.gateway.networking.k8s.io",
	"TCPRoute.gateway.networking.k8s.io",
	"TLSRoute.gateway.networking.k8s.io",
	"UDPRoute.gateway.networking.k8s.io",
]

all := [route | some kind in kinds; some route in input.resources[kind]]

# Every Service of the route's own namespace that it names as a backend: its name, where that stands, its port where one
# is given, and as `needs` what could make it something else.
backends(route) := [backend |
	some at, rule in route.attributes.spec.rules
	some position, reference in rule.backendRefs
	object.get(reference, "kind", "Service") == "Service"
	object.get(reference, "group", "") in {"", "core"}
	object.get(reference, "namespace", kubernetes.namespace(route)) == kubernetes.namespace(route)
	base := ["spec", "rules", at, "backendRefs", position]
	backend := {
		"name": reference.name,
		"path": array.concat(base, ["name"]),
		"ports": [{"wanted": wanted, "path": array.concat(base, ["port"])} |
			some field, wanted in reference
			field == "port"
		],
		"needs": [{"resource": route.id, "path": array.concat(base, [field])} |
			some field in ["kind", "group", "namespace"]
		],
	}
]
