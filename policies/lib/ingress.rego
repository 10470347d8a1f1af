# Where the rules of an Ingress send to, in both forms that its versions have.
package lib.ingress

# Every backend: the name of its Service, where that stands, and the path that may say that it is no Service.
backends(rules) := array.concat(
	[{
		"name": sent.to.service.name,
		"path": array.concat(sent.path, ["service", "name"]),
		"needs": array.concat(sent.path, ["service", "port", "name"]),
	} |
		some sent in array.concat(new_default(rules), of_paths(rules))
		object.get(sent.to.service, ["port", "name"], "") != controllers_own
	],
	[{
		"name": sent.to.serviceName,
		"path": array.concat(sent.path, ["serviceName"]),
		"needs": array.concat(sent.path, ["servicePort"]),
	} |
		not has_new_form(rules)
		some sent in array.concat(old_default(rules), of_paths(rules))
		object.get(sent.to, "servicePort", "") != controllers_own
	],
)

# Every port of a backend: where the name of its Service stands, what the port is, and where that stands.
ports(rules) := array.concat(
	[{
		"name": sent.to.service.name,
		"of": array.concat(sent.path, ["service", "name"]),
		"wanted": wanted,
		"path": array.concat(sent.path, ["service", "port", field]),
	} |
		some sent in array.concat(new_default(rules), of_paths(rules))
		some field, wanted in sent.to.service.port
		wanted != controllers_own
	],
	[{
		"name": sent.to.serviceName,
		"of": array.concat(sent.path, ["serviceName"]),
		"wanted": wanted,
		"path": array.concat(sent.path, ["servicePort"]),
	} |
		not has_new_form(rules)
		some sent in array.concat(old_default(rules), of_paths(rules))
		some field, wanted in sent.to
		field == "servicePort"
		wanted != controllers_own
	],
)

# The port of a backend that is no Service: annotations say what the controller does by itself.
controllers_own := "use-annotation"

# Where what no path is for goes, in the new form and in the old one.
new_default(rules) := [{"to": rules.attributes.spec.defaultBackend, "path": ["spec", "defaultBackend"]} |
	rules.attributes.spec.defaultBackend
]

old_default(rules) := [{"to": rules.attributes.spec.backend, "path": ["spec", "backend"]} |
	rules.attributes.spec.backend
]

of_paths(rules) := [{"to": route.backend, "path": ["spec", "rules", at, "http", "paths", position, "backend"]} |
	some at, rule in rules.attributes.spec.rules
	some position, route in rule.http.paths
]

# Backends that name nothing in the form of their version, where that shows, and what else could name something. The API
# server refuses them.
misformed(rules) := array.concat(
	[{
		"path": array.concat(sent.path, [shown(sent.to)]),
		"needs": [array.concat(sent.path, [field]) | some field in ["service", "serviceName", "resource"]],
	} |
		has_new_form(rules)
		some sent in of_paths(rules)
		names_nothing(sent.to)
	],
	array.concat(
		[{
			"path": array.concat(sent.path, ["service"]),
			"needs": [array.concat(sent.path, ["resource"])],
		} |
			has_new_form(rules)
			some sent in new_default(rules)
			names_nothing(sent.to)
		],
		[{"path": array.concat(sent.path, ["serviceName"]), "needs": []} |
			has_new_form(rules)
			some sent in old_default(rules)
			sent.to.serviceName
		],
	),
)

names_nothing(to) if {
	not to.service
	not to.resource
}

shown(to) := "serviceName" if {
	to.serviceName
} else := "service"

has_new_form(rules) if rules.api_version == "networking.k8s.io/v1"
