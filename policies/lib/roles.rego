# What the rules of a role say, whoever has it.
package lib.roles

# Where a role allows one of the verbs on one of the resources: `path` of the verb, `verb` and `resource`, the first of
# each rule.
granted(role, groups, resources, verbs) := [allowed[0] |
	some at, written in role.attributes.rules
	in_groups(written, groups)
	found := [resource | some resource in written.resources; resource in resources]
	count(found) > 0
	allowed := [{"path": ["rules", at, "verbs", place], "verb": verb, "resource": found[0]} |
		some place, verb in written.verbs
		verb in verbs
	]
	count(allowed) > 0
]

in_groups(written, groups) if {
	some group in written.apiGroups
	group in groups
}

# Roles that Kubernetes or its provider brings say what they have to.
is_brought(name) if name in {"admin", "cluster-admin", "edit", "view"}

is_brought(name) if {
	some start in ["system:", "gce:"]
	startswith(name, start)
}
