package lib.ingress_test

import data.lib.ingress

rules(spec) := {"attributes": {"spec": spec}}

at(path, backend) := rules({"rules": [{"http": {"paths": [{"path": path, "backend": backend}]}}]})

test_backends_of_both_forms if {
	base := ["spec", "rules", 0, "http", "paths", 0, "backend"]
	ingress.backends(at("/", {"service": {"name": "cart", "port": {"number": 80}}})) == [{
		"name": "cart",
		"path": array.concat(base, ["service", "name"]),
		"needs": array.concat(base, ["service", "port", "name"]),
	}]
	ingress.backends(at("/", {"serviceName": "cart", "servicePort": 80})) == [{
		"name": "cart",
		"path": array.concat(base, ["serviceName"]),
		"needs": array.concat(base, ["servicePort"]),
	}]
	[backend.path | some backend in ingress.backends(rules({"defaultBackend": {"service": {"name": "a"}}, "backend": {"serviceName": "b"}}))] == [
		["spec", "defaultBackend", "service", "name"],
		["spec", "backend", "serviceName"],
	]
}

test_ports_of_both_forms if {
	[[port.wanted, port.path] | some port in ingress.ports(rules({"defaultBackend": {"service": {"name": "a", "port": {"name": "http"}}}, "backend": {"serviceName": "b", "servicePort": 80}}))] == [
		["http", ["spec", "defaultBackend", "service", "port", "name"]],
		[80, ["spec", "backend", "servicePort"]],
	]
	ingress.ports(at("/", {"service": {"name": "a"}})) == []
}

test_what_the_controller_does_by_itself if {
	every backend in [{"service": {"name": "redirect", "port": {"name": "use-annotation"}}}, {"serviceName": "redirect", "servicePort": "use-annotation"}] {
		ingress.backends(at("/", backend)) == []
		ingress.ports(at("/", backend)) == []
	}
}

test_forms_of_the_newest_version if {
	base := ["spec", "rules", 0, "http", "paths", 0, "backend"]
	every backend, field in {{"serviceName": "cart", "servicePort": 80}: "serviceName", {"port": {"number": 80}}: "service"} {
		new := object.union(at("/", backend), {"api_version": "networking.k8s.io/v1"})
		[misformed.path | some misformed in ingress.misformed(new)] == [array.concat(base, [field])]
		ingress.backends(new) == []
		ingress.ports(new) == []
		ingress.misformed(at("/", backend)) == []
	}
	every backend in [{"service": {"name": "cart"}}, {"resource": {"kind": "StorageBucket", "name": "images"}}] {
		ingress.misformed(object.union(at("/", backend), {"api_version": "networking.k8s.io/v1"})) == []
	}
}

test_the_old_place_of_what_no_path_is_for if {
	old := {"attributes": {"spec": {"backend": {"serviceName": "cart"}}}}
	ingress.misformed(object.union(old, {"api_version": "networking.k8s.io/v1"})) == [{"path": ["spec", "backend", "serviceName"], "needs": []}]
	empty := {"api_version": "networking.k8s.io/v1", "attributes": {"spec": {"defaultBackend": {}}}}
	ingress.misformed(empty) == [{"path": ["spec", "defaultBackend", "service"], "needs": [["spec", "defaultBackend", "resource"]]}]
	ingress.misformed(object.union(old, {"api_version": "networking.k8s.io/v1beta1"})) == []
}
