# What identities of Azure may do, as far as it leads to more.
package lib.azure

import data.lib.identity

# All but whoever applies the configuration: that is somebody who may give all that it gives.
identities := [who |
	some who in input.identities
	who.provider == "azure"
	who.form != "deployer"
]

# Of these, programs: not people, and not whoever is given a role elsewhere.
programs := [who |
	some who in identities
	is_program(who)
]

is_program(who) if who.form in {"kubelet-identity", "add-on-identity"}

is_program(who) if {
	who.form in {"application", "managed-identity", "service-principal", "system-identity"}
	some holder in who.holders
	holder.how in runs
}

# What runs as it lies elsewhere, and nobody signs in as it from outside.
is_program(who) if {
	who.form == "managed-identity"
	count(who.holders) == 0
	count(who.trust) == 0
}

# Ways to run something as an identity in which it is a program of one's own. Services that act for themselves, as
# those that enforce policies, are none.
runs := {
	"app",
	"arc",
	"automation",
	"batch",
	"cluster",
	"container",
	"container-app",
	"control-plane",
	"data-factory",
	"logic",
	"machine-learning",
	"script",
	"service-account",
	"spring",
	"vm",
	"vmss",
}

# Exposures of what runs programs that a stranger may take over, by id.
exposed := {reached.id: reached |
	some reached in input.exposures
	reached.standing in {"open", "unknown"}
	reached.kind in machines
}

machines := {
	"azurerm_app_service",
	"azurerm_container_app",
	"azurerm_container_group",
	"azurerm_function_app",
	"azurerm_linux_function_app",
	"azurerm_linux_virtual_machine",
	"azurerm_linux_virtual_machine_scale_set",
	"azurerm_linux_web_app",
	"azurerm_virtual_machine",
	"azurerm_virtual_machine_scale_set",
	"azurerm_windows_function_app",
	"azurerm_windows_virtual_machine",
	"azurerm_windows_virtual_machine_scale_set",
	"azurerm_windows_web_app",
}

# Rights of `who` to any of `actions` by which it gets at an identity that has more than itself. Those of a role that
# names no provider are left out: that role is reported as such. One for each place: it is one thing to change.
gaining(who, actions) := one_a_place([right |
	some right in identity.usable(who, actions)
	gains(who, right)
])

gains(who, right) if {
	some target in right.targets
	stronger(who, target)
}

stronger(who, target) if {
	who.power == "ordinary"
	identity.stronger(target)
}

stronger(who, target) if {
	who.power == "escalating"
	target.power == "administrator"
}

# What a right over stronger identities rests on.
needs(right) := array.concat(right.needs, identity.doubts(right))

# Of several rights at one place, the first of those that rest on least.
one_a_place(rights) := [right |
	some i, right in rights
	better := [other |
		some j, other in rights
		is_before(rights, j, i)
		same_place(right, other)
	]
	count(better) == 0
]

is_before(rights, j, i) if count(rights[j].needs) < count(rights[i].needs)

is_before(rights, j, i) if {
	count(rights[j].needs) == count(rights[i].needs)
	j < i
}

same_place(right, other) if {
	right.resource == other.resource
	right.path == other.path
}

# Identities as messages name them.
title(who) := titles[who.form]

titles := {
	"add-on-identity": "The identity of a cluster's add-on",
	"application": "The application",
	"deployer": "Whoever applies the configuration",
	"group": "The group",
	"kubelet-identity": "The identity of a cluster's nodes",
	"managed-identity": "The managed identity",
	"principal": "Whoever is named here",
	"role-definition": "Whoever is given the role",
	"service-principal": "The service principal",
	"system-identity": "The resource's own identity",
	"user": "The user",
}

gives_roles := "Microsoft.Authorization/roleAssignments/write"

# The rights that make an identity more than ordinary, by a role of Azure's own: everything, everything but giving
# roles, or giving roles, in a whole subscription or more. One for each place.
privileged(who) := one_a_place(array.concat(
	[right | some right in who.administrator; is_wide(right); is_assigned(right)],
	[right |
		some action, rights in who.permissions
		some right in rights
		is_wide(right)
		is_assigned(right)
		is_privileged(action, right)
	],
))

is_wide(right) if {
	right.anywhere
	not right.narrowed
}

# By a role assignment, not by a role's own definition.
is_assigned(right) if {
	right.path[0] in {"role_definition_id", "role_definition_name"}
	contains(right.action, "/")
}

is_assigned(right) if {
	right.path[0] in {"role_definition_id", "role_definition_name"}
	right.action == "*"
}

is_privileged(_, right) if right.sweeping

is_privileged(action, _) if action == gives_roles

# What privileged rights are worth.
worth(who, _) := "do everything" if who.power == "administrator"

worth(who, right) := "do everything but give roles" if {
	who.power != "administrator"
	right.sweeping
}

worth(who, right) := "give itself any role" if {
	who.power != "administrator"
	not right.sweeping
}
