# Who has which rights in a cluster.
package lib.rbac

import data.lib.attribute

# The bindings of a kind that give rights to the service account of an exposed workload, each with what would have to
# be known for it to do so.
bindings(exposure, kind) := array.concat(
	[{"binding": input.resources[kind][step.index], "needs": []} |
		some step in exposure.reaches
		step.relation == "binds"
		step.kind == kind
	],
	[{"binding": doubt.binding, "needs": [{"resource": doubt.resource, "path": doubt.path}]} |
		some doubt in unclear
		doubt.binding.kind == kind
		doubt.binding.root == holder(exposure).root
	],
)

# Bindings of which it is not known whom they give rights to.
unclear := array.concat(
	[{"binding": binding, "resource": binding.id, "path": path} |
		some kind in ["ClusterRoleBinding", "RoleBinding"]
		some binding in input.resources[kind]
		some path in binding.unknown
		path[0] == "subjects"
		not is_told(binding, path)
	],
	[{"binding": binding, "resource": unnamed[0].id, "path": ["metadata", "name"]} |
		count(unnamed) > 0
		some kind in ["ClusterRoleBinding", "RoleBinding"]
		some binding in input.resources[kind]
		binding.root == unnamed[0].root
	],
)

# A namespace that is unknown, but the same as that of the account that the binding names.
is_told(binding, path) if {
	path[2] == "namespace"
	some reference in binding.references
	reference.relation == "binds"
	reference.via == ["subjects", path[1], "name"]
}

# Service accounts whose name is unknown: a binding may mean one of them.
unnamed := [account |
	some account in input.resources.ServiceAccount
	some path in account.unknown
	path == ["metadata", "name"]
]

holder(exposure) := input.resources[exposure.kind][exposure.index]

# Whether the pods have no token of their service account.
without_token(_, workload) if attribute.is_false(workload.pod_spec.automountServiceAccountToken)

without_token(exposure, workload) if {
	not workload.pod_spec.automountServiceAccountToken
	some account in accounts(exposure)
	attribute.is_false(account.attributes.automountServiceAccountToken)
}

# What that rests on.
token_needs(exposure, workload) := array.concat(
	[{"resource": exposure.id, "path": array.concat(workload.path, ["automountServiceAccountToken"])}],
	[{"resource": account.id, "path": ["automountServiceAccountToken"]} | some account in accounts(exposure)],
)

accounts(exposure) := [input.resources.ServiceAccount[step.index] |
	some step in exposure.reaches
	step.kind == "ServiceAccount"
]

# Rules of a role, each with its position, that give a right on a resource of the core API.
grants(role, resources, verbs) := [i |
	some i, rule in role.attributes.rules
	some group in rule.apiGroups
	group in {"", "*"}
	some resource in rule.resources
	resource in resources
	some verb in rule.verbs
	verb in verbs
	count(object.get(rule, "resourceNames", [])) == 0
]
