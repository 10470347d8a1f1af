# What identities may do, as far as it leads to more. An administrator cannot gain anything and is left out.
package lib.identity

# The rights of `who` to any of `actions` that nothing holds to less than they say. Rights that only a statement about
# all actions gives, or about all but some, are left out: that statement is reported as such.
usable(who, actions) := [right |
	some right in all(who, actions)
	not right.sweeping
]

# The same, with what such statements give.
all(who, actions) := [right |
	who.power != "administrator"
	not who.works_for_itself
	some action in actions
	some right in who.permissions[action]
	not right.narrowed
]

# Rights to everything that a policy of AWS gives. One that is written in the configuration is reported as such.
everything_by_aws(who) := [right |
	who.provider == "aws"
	some right in who.administrator
	right.action == "*"
	not "Statement" in right.path
]

# Rights that cover everything their action acts on.
anywhere(who, actions) := [right |
	some right in usable(who, actions)
	right.anywhere
]

# Rights by which `who` changes its own: they cover it, or everything.
over_itself(who, actions) := [right |
	some right in usable(who, actions)
	covers_itself(right)
]

covers_itself(right) if right.anywhere

covers_itself(right) if right.itself

# Of these, those to actions that act on what the identity is: a session of a permission set is one of a role, and the
# members of a group are users. A right over everything of another kind reaches others.
over_its_kind(who, actions) := over_itself(who, [action | some action in actions; not is_of_other_kind(who.form, action)])

is_of_other_kind(form, action) if {
	form in {"group", "user"}
	contains(action, "Role")
}

is_of_other_kind(form, action) if {
	form in {"permission-set", "role"}
	not contains(action, "Role")
}

# Rights over an identity that is more than ordinary, or over all of them.
over_stronger(who, actions) := [right |
	some right in usable(who, actions)
	covers_stronger(right)
]

covers_stronger(right) if right.anywhere

covers_stronger(right) if count(strong(right)) > 0

# Rights over what runs as an identity that is more than ordinary.
over_running(who, actions) := [right |
	some right in all(who, actions)
	count(strong(right)) > 0
]

# The identities that a right covers and that are more than ordinary, or may be: see `needs` and `doubts`.
strong(right) := [target |
	some target in right.targets
	stronger(target)
]

stronger(target) if target.power != "ordinary"

stronger(target) if count(target.doubts) > 0

# Rights to give one of `services` a role that is worth it: any role that the service may have, or one that is more
# than ordinary. A right to give any role to any service is reported as such.
passing(who, services) := [right |
	some right in usable(who, ["iam:PassRole"])
	to_service(right, services)
	worth_passing(right, services)
]

to_service(right, _) if not right.services

to_service(right, services) if {
	some pattern in right.services
	some service in services
	names_service(pattern, service)
}

names_service(pattern, service) if pattern == service

names_service(pattern, service) if {
	endswith(pattern, "*")
	startswith(service, trim_suffix(pattern, "*"))
}

names_service(pattern, service) if {
	startswith(pattern, "*")
	endswith(service, trim_prefix(pattern, "*"))
}

worth_passing(right, _) if {
	right.anywhere
	right.services
}

worth_passing(right, services) if {
	some target in strong(right)
	takes(target, services)
}

# Which services it trusts is not known.
takes(target, _) if {
	count(target.services) == 0
	count(target.needs) > 0
}

takes(target, services) if {
	some service in services
	service in target.services
}

# The rights to each of several actions, where there is one to each: `[["a:x", "a:y"], ["b:z"]]` is `x` or `y`, and
# `z`.
together(who, groups) := rights if {
	rights := [named[0] |
		some actions in groups
		named := usable(who, actions)
		count(named) > 0
	]
	count(rights) == count(groups)
}

# What several rights rest on: what could take them away; of those over some identities also what would have to be
# known of these.
needs(rights) := array.concat(
	[need | some right in rights; some need in right.needs],
	[need | some right in rights; not right.anywhere; some need in about_targets(right)],
)

about_targets(right) := array.concat(
	doubts(right),
	[need | some target in strong(right); some need in target.needs],
)

# What would have to be known to say that one of the identities that a right covers is more than ordinary, where none
# is for certain.
doubts(right) := [doubt |
	every other in right.targets {
		other.power == "ordinary"
	}
	some target in right.targets
	some doubt in target.doubts
]

# How an identity comes by rights, and whom they cover.
evidence(rights) := array.concat(
	[sign | some right in rights; some sign in right.evidence],
	array.concat(
		[{"resource": right.resource, "path": right.path, "note": sprintf("allows %s", [right.action])} | some right in rights],
		[{"resource": target.id, "path": [], "note": note} |
			some right in rights
			some target in strong(right)
			not gets_it_back(target, right)
			note := sprintf("%s is within reach and %s", [address(target.id), worth(target)])
		],
	),
)

# An identity that is strong by nothing but the same right to everything, that one over itself among others, shows
# nothing.
gets_it_back(target, right) if {
	right.anywhere
	target.power == "escalating"
	ways := escalations[target.id]
	count(ways) > 0
	every way in ways {
		way == replace(right.action, " on ", ":")
	}
}

escalations := {who.id: who.escalates_by | some who in input.identities; who.escalates_by}

# What an id calls a resource, without the root or scope it lies in.
address(id) := concat(".", array.slice(split(rest(id), "/"), 1, 4)) if is_of_kubernetes(rest(id))

address(id) := rest(id) if not is_of_kubernetes(rest(id))

rest(id) := substring(id, indexof(id, "//") + 2, -1)

# `<group>/<Kind>/<namespace>/<name>`.
is_of_kubernetes(name) if regex.match(`^[a-z0-9.-]*/[A-Z][A-Za-z0-9]*/`, name)

worth(target) := "may do everything" if target.power == "administrator"

worth(target) := "can give itself all rights" if target.power == "escalating"

# A right as a message names it.
shown(right) := sprintf("%s on %s", [right.action, reach(right)])

reach(right) := covered(right) if right.anywhere

reach(right) := concat(", ", array.slice(names, 0, 3)) if {
	not right.anywhere
	names := [name | some resource in right.resources; some name in called(resource, right)]
}

# What a resource that a statement names is called. An ARN of which nothing is known is that of something declared.
called(resource, right) := [address(target.id) | some target in right.targets] if {
	resource == "${}"
	count(right.targets) > 0
} else := [kind_of(resource)] if {
	contains(concat(":", array.slice(split(resource, ":"), 0, 5)), "${}")
	not contains(kind_of(resource), "${}")
	kind_of(resource) != "*"
} else := [resource]

# What a right over all that its action acts on names: `user/*` is every user.
covered(right) := concat(", ", array.slice(kinds, 0, 3)) if {
	kinds := [kind | some resource in right.resources; kind := kind_of(resource)]
	count(kinds) > 0
	not "*" in kinds
} else := "everything"

# The last part of an ARN; of anything else it is not told.
kind_of(resource) := concat(":", array.slice(parts, 5, count(parts))) if {
	parts := split(resource, ":")
	parts[0] == "arn"
	count(parts) > 5
} else := "*"

# Identities as messages name them.
title(who) := sprintf("The %s", [replace(who.form, "-", " ")]) if who.form != "policy"

title(who) := holder(object.get(who, "kind", "")) if who.form == "policy"

# Whom a policy belongs to that nobody else can have.
holder(kind) := "The role with the policy" if kind == "aws_iam_role_policy"

else := "The user with the policy" if kind == "aws_iam_user_policy"

else := "The group with the policy" if kind == "aws_iam_group_policy"

else := "The permission set with the policy" if kind == "aws_ssoadmin_permission_set_inline_policy"

else := "Whoever has the policy"
