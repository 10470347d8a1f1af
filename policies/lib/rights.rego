# Rights in a cluster, as messages name them.
package lib.rights

identities := [who |
	some who in input.identities
	who.provider == "kubernetes"
]

title(who) := "The service account" if who.form == "service-account"

title(who) := "Whoever the binding names" if who.form == "subject"

title(who) := "Whoever has the role" if who.form in {"cluster-role", "role"}

# Where a right holds.
where(right) := "in every namespace" if right.anywhere

where(right) := sprintf("in namespace \"%s\"", [right.resources[0]]) if not right.anywhere

# Of several rights that one rule of a role gives, the first: the rule is one thing to change.
one_a_rule(list) := [right |
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
