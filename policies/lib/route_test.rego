package lib.route_test

import data.lib.route

kind := "TLSRoute.gateway.networking.k8s.io"

made := {"id": "r", "namespace": "shop", "attributes": {"spec": {"rules": [{"backendRefs": [
	{"name": "cart", "port": 80},
	{"name": "pay", "group": "", "kind": "Service", "namespace": "shop"},
	{"name": "far", "namespace": "other"},
	{"name": "bucket", "kind": "Bucket", "group": "example.com"},
]}]}}}

test_routes_of_all_kinds if {
	found := route.all with input.resources as {kind: [made]}
	found == [made]
}

test_backends_are_services_of_the_own_namespace if {
	[backend.name | some backend in route.backends(made)] == ["cart", "pay"]
	[backend.ports | some backend in route.backends(made)] == [
		[{"wanted": 80, "path": ["spec", "rules", 0, "backendRefs", 0, "port"]}],
		[],
	]
	{need.path[5] | some backend in route.backends(made); some need in backend.needs} == {"kind", "group", "namespace"}
}
