# Where the rules of an Ingress send to, in both forms that its versions have.
package lib.ingress

# Every backend: the name of its Service, where that stands, and the path that may say that it is no Service.
backends(rules) := [backend |
	some sent in sent_to(rules)
	some backend in array.concat(
		[{
			"name": sent.to.service.name,
			"path": array.concat(sent.path, ["service", "name"]),
			"needs": array.concat(sent.path, ["service", "port", "name"]),
		} |
			object.get(sent.to.service, ["port", "name"], "") != controllers_own
		],
		[{
			"name": sent.to.serviceName,
			"path": array.concat(sent.path, ["serviceName"]),
			"needs": array.concat(sent.path, ["servicePort"]),
		} |
			not has_new_form(rules)
			object.get(sent.to, "servicePort", "") != controllers_own
		],
	)
]

# Every port of a backend: where the name of its Service stands, what the port is, and where that stands.
ports(rules) := [port |
	some sent in sent_to(rules)
	some port in array.concat(
		[{
			"name": sent.to.service.name,
			"of": array.concat(sent.path, ["service", "name"]),
			"wanted": wanted,
			"path": array.concat(sent.path, ["service", "port", field]),
		} |
			some field, wanted in sent.to.service.port
		],
		[{
			"name": sent.to.serviceName,
			"of": array.concat(sent.path, ["serviceName"]),
			"wanted": wanted,
			"path": array.concat(sent.path, ["servicePort"]),
		} |
			not has_new_form(rules)
			some field, wanted in sent.to
			field == "servicePort"
		],
	)
	port.wanted != controllers_own
]

# The port of a backend that is no Service: annotations say what the controller does by itself.
controllers_own := "use-annotation"

sent_to(rules) := array.concat(
	[{"to": rules.attributes.spec[place], "path": ["spec", place]} |
		some place in ["defaultBackend", "backend"]
	],
	[{"to": route.backend, "path": ["spec", "rules", at, "http", "paths", position, "backend"]} |
		some at, rule in rules.attributes.spec.rules
		some position, route in rule.http.paths
	],
)

# Backends that name nothing in the form of their version, and where that shows. The API server refuses them.
misformed(rules) := [backend |
	has_new_form(rules)
	some sent in sent_to(rules)
	not sent.to.service
	not sent.to.resource
	backend := {"path": array.concat(sent.path, [shown(sent.to)]), "backend": sent.path}
]

shown(to) := "serviceName" if {
	to.serviceName
} else := "service"

has_new_form(rules) if rules.api_version == "networking.k8s.io/v1"
