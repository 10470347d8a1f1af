# What the rules of a role say, whoever has it.
package lib.roles

import data.lib.identity
import data.lib.rights
import data.lib.scope

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

# What a role allows, in words: the first of its rules. Empty where it has none.
told(role) := concat("; ", array.concat(array.slice(of_rules(role), 0, 3), more(count(of_rules(role)) - 3)))

more(left) := [sprintf("and %d more", [left])] if left > 0

more(left) := [] if left <= 0

of_rules(role) := [sprintf("%s on %s", [listed(written, "verbs"), concat(", ", objects)]) |
	some at, written in role.attributes.rules
	objects := array.concat(addresses(role, at), array.concat(in_group(written), names(written)))
	count(objects) > 0
]

# What lies in no namespace: only a ClusterRole can allow it.
addresses(role, at) := found if {
	found := addresses_of[role.id][at]
} else := []

addresses_of := {role.id: listed_addresses |
	some role in input.resources.ClusterRole
	listed_addresses := [texts(written, "nonResourceURLs") | some written in role.attributes.rules]
}

in_group(written) := [listed(written, "resources")] if {
	count(texts(written, "resources")) > 0
	every group in texts(written, "apiGroups") {
		group == ""
	}
}

in_group(written) := [sprintf("%s of %s", [listed(written, "resources"), listed(written, "apiGroups")])] if {
	count(texts(written, "resources")) > 0
	some group in texts(written, "apiGroups")
	group != ""
}

in_group(written) := [] if count(texts(written, "resources")) == 0

names(written) := [sprintf("named %s", [listed(written, "resourceNames")])] if count(texts(written, "resourceNames")) > 0

names(written) := [] if count(texts(written, "resourceNames")) == 0

listed(written, key) := concat(", ", array.concat(array.slice(texts(written, key), 0, 4), more(count(texts(written, key)) - 4)))

texts(written, key) := [text | some text in written[key]; is_string(text)]

# Whether a role lets one read nothing but what is not Kubernetes' own, ConfigMaps that it names, and what is written for
# everybody to read. `describe` is a word of kubectl, which the API does not know: it gives nothing.
reads_only_custom(role) if {
	not role.attributes.aggregationRule
	count(role.attributes.rules) > 0
	every written in role.attributes.rules {
		count(written.verbs) > 0
		every verb in written.verbs {
			verb in {"describe", "get", "list", "watch"}
		}
		is_custom(written)
	}
}

# Whether a role only lets pods be made under security policies that are strict by their names. That gives no right to
# make a pod.
uses_only_restricted(role) if {
	not role.attributes.aggregationRule
	count(role.attributes.rules) > 0
	every written in role.attributes.rules {
		written.verbs == ["use"]
		written.resources in [["podsecuritypolicies"], ["securitycontextconstraints"]]
		count(written.resourceNames) > 0
		every name in written.resourceNames {
			startswith(name, "restricted")
		}
	}
}

is_custom(written) if {
	count(written.apiGroups) > 0
	every group in written.apiGroups {
		contains(group, ".")
		not endswith(group, ".k8s.io")
	}
}

is_custom(written) if {
	count(written.resourceNames) > 0
	written.apiGroups == [""]
	written.resources == ["configmaps"]
}

# As `needs`: what leaves open whether a binding gives a role that is written here, of which nothing links it to one and
# which is none of those that Kubernetes brings.
unseen(binding, linked) := [need | is_elsewhere(binding, linked); some need in about_name(binding)]

is_elsewhere(binding, linked) if {
	count(linked) == 0
	not is_brought(binding.attributes.roleRef.name)
}

about_name(binding) := array.concat(
	[{"resource": binding.id, "path": ["roleRef", "kind"]}],
	[need | some need in scope.nameless(binding.root, binding.attributes.roleRef.kind)],
)

# Up to when a right to enter pods holds: since Kubernetes 1.35 it takes `create`, over any protocol.
as_long_as(given) := " before Kubernetes 1.35" if given.verb == "get"

as_long_as(given) := "" if given.verb != "get"
