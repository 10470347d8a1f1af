# Rights in a cluster, as messages name them.
package lib.rights

import data.lib.attribute
import data.lib.identity

identities := [who |
	some who in input.identities
	who.provider == "kubernetes"
]

title(who) := sprintf("Service account \"%s\"", [named(who).name]) if who.form == "service-account"

title(who) := sprintf("Whoever %s \"%s\" names", [who.kind, named(who).name]) if who.form == "subject"

title(who) := sprintf("Whoever is given %s \"%s\"", [who.kind, named(who).name]) if who.form in {"cluster-role", "role"}

named(who) := input.resources[who.kind][who.index]

# Where a right stands that goes by taking the resource out of the rule: the entry of the resource. Where the rule
# allows every verb on every resource, either may go, and roles that Kubernetes brings are not written here: then it
# is the right's own place. What is unknown among the resources may be the entry.
entry(right) := array.concat(listed(right), array.concat(hidden(right), [right.path]))[0]

hidden(right) := [need.path |
	some need in attribute.unknown_below(written[right.resource], array.concat(array.slice(right.path, 0, 2), ["resources"]))
] if {
	written[right.resource]
	not endswith(right.action, " on *")
} else := []

listed(right) := [array.concat(array.slice(right.path, 0, 2), ["resources", place]) |
	[verb, resource] := split(right.action, " on ")
	[verb, resource] != ["*", "*"]
	some place, name in written[right.resource].attributes.rules[right.path[1]].resources
	name == resource
]

written := {role.id: role | some kind in ["ClusterRole", "Role"]; some role in input.resources[kind]}

# Where a right holds.
where(right) := "in every namespace" if right.anywhere

where(right) := sprintf("in namespace \"%s\"", [right.resources[0]]) if not right.anywhere

# What the role says, in its own words.
allowed(right) := sprintf("its role allows \"%s\" on \"%s\"", split(right.action, " on "))

# The same where it is a verb that leads further: one that stands for all has it among others.
allowed_with(right, verbs) := sprintf("%s, which takes in `%s`", [allowed(right), concat("` and `", verbs)]) if startswith(right.action, "* on ")

allowed_with(right, _) := allowed(right) if not startswith(right.action, "* on ")

# Of several rights to the same end: where one of them surely holds in every namespace, those in a single one add
# nothing, whatever role gives them.
widest(list) := [right | some right in list; not is_within(right, list)]

is_within(right, list) if {
	not right.anywhere
	some wide in list
	wide.anywhere
	is_sure(wide)
}

# Of several rights to the same end that one rule of a role gives, the surest and widest: the rule is one thing to
# change.
one_a_rule(list) := first_of_rules(ranked(list))

# The same by role, where a change to the rules would not help: the first right, and those of its other rules.
by_role(list) := [{"right": given[0], "others": array.slice(given, 1, count(given))} |
	some role in {right.resource | some right in list}
	given := one_a_rule(in_order([right | some right in list; right.resource == role]))
]

# In the order in which the rules stand.
in_order(list) := [list[place[1]] | some place in sort([[right.path, i] | some i, right in list])]

ranked(list) := array.concat(
	[right | some right in list; right.anywhere; is_sure(right)],
	array.concat(
		[right | some right in list; not right.anywhere; is_sure(right)],
		[right | some right in list; not is_sure(right)],
	),
)

is_sure(right) if count(identity.needs([right])) == 0

first_of_rules(list) := [right |
	some i, right in list
	earlier := [other |
		some j, other in list
		j < i
		same_rule(right, other)
	]
	count(earlier) == 0
]

same_rule(right, other) if {
	right.resource == other.resource
	array.slice(right.path, 0, 2) == array.slice(other.path, 0, 2)
}

# How somebody comes by rights and whom they cover, but for what stands at the place of the finding: the message says
# it.
signs(rights, role, path) := [sign |
	some sign in identity.evidence(rights)
	[sign.resource, sign.path] != [role, path]
]

# The same of the rights of a role, and where else the role gives them.
evidence(given) := array.concat(
	signs([given.right], given.right.resource, given.right.path),
	array.concat(
		[sign | some sign in further(given)],
		[{"resource": other.resource, "path": other.path, "note": sprintf("allows %s", [other.action])} | some other in given.others],
	),
)

further(given) := {sign | some other in given.others; some sign in other.evidence} - {sign | some sign in given.right.evidence}
