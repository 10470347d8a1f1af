# What the rules of a role say, whoever has it.
package lib.roles

import data.lib.identity
import data.lib.rights

# Where a role allows one of the verbs on one of the resources: `path` of the verb, `entry` of the resource, `verb` and
# `resource`, the first of each rule.
granted(role, groups, resources, verbs) := [allowed[0] |
	some at, written in role.attributes.rules
	in_groups(written, groups)
	found := [[position, resource] | some position, resource in written.resources; resource in resources]
	count(found) > 0
	[position, resource] := found[0]
	allowed := [{"path": path, "entry": entry(path, position, verb, resource), "verb": verb, "resource": resource} |
		some place, verb in written.verbs
		verb in verbs
		path := ["rules", at, "verbs", place]
	]
	count(allowed) > 0
]

# What goes where the resource is taken out of the rule. Of every verb on every resource, either may.
entry(path, position, verb, resource) := array.concat(array.slice(path, 0, 2), ["resources", position]) if [verb, resource] != ["*", "*"]

entry(path, _, verb, resource) := path if [verb, resource] == ["*", "*"]

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

# Roles by which somebody has one of the rights, or would have it who is given the role: rules over identities report
# them. Give it a rule of its own.
giving(actions) := {right.resource |
	some who in rights.identities
	some right in identity.all(who, actions)
}

# Whether the rule of a role at a path is held to objects that it names.
is_named(role, path) if count(role.attributes.rules[path[1]].resourceNames) > 0

# What it rests on that a rule of a role, the one at a path, is held to no names and is none of Kubernetes' own, as
# `needs`.
needs(role, path) := [
	{"resource": role.id, "path": ["metadata", "name"]},
	{"resource": role.id, "path": array.concat(array.slice(path, 0, 2), ["resourceNames"])},
]

# Whether a rule of a role allows everything, which is reported as such.
is_everything(role, path) if {
	written := role.attributes.rules[path[1]]
	"*" in written.verbs
	"*" in written.resources
	"*" in written.apiGroups
}
