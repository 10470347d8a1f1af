# Roles that are given to everybody.
package lib.everybody

import data.lib.graph
import data.lib.roles
import data.lib.scope

# Each subject of a binding that everybody is, with the role as far as it is written here.
given := [{"binding": binding, "path": ["subjects", at, "name"], "who": subject.name, "roles": targets} |
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	some at, subject in binding.attributes.subjects
	everybody[subject.name]
	subject.kind in {"Group", "User"}
	not binding.attributes.roleRef.name in public
	targets := array.concat(graph.targets(binding, "ClusterRole"), graph.targets(binding, "Role"))
]

everybody := {
	"system:anonymous": "everybody who can reach the API server, without signing in",
	"system:authenticated": "whoever has any credentials for the API server, each pod included",
	"system:unauthenticated": "everybody who can reach the API server, without signing in",
}

# Kubernetes itself gives these to everybody.
public := {"system:basic-user", "system:discovery", "system:public-info-viewer"}

# The public halves of the keys that tokens are signed with: there is nothing in them to be kept.
is_harmless(given) if given.binding.attributes.roleRef.name == "system:service-account-issuer-discovery"

is_harmless(given) if {
	given.who == "system:authenticated"
	count(given.roles) > 0
	every role in given.roles {
		roles.reads_only_custom(role)
	}
}

# Where pods need a security policy, everybody has to be given one to make them under.
is_expected(given) if {
	given.who == "system:authenticated"
	count(given.roles) > 0
	every role in given.roles {
		roles.uses_only_restricted(role)
	}
}

message(given) := sprintf("%s is given to %s, which is %s%s", [
	given.binding.attributes.roleRef.name,
	given.who,
	everybody[given.who],
	allowed(given),
])

allowed(given) := sprintf(": it allows %s", [told(given)[0]]) if count(told(given)) > 0

allowed(given) := "" if count(told(given)) == 0

told(given) := [words | some role in given.roles; words := roles.told(role); words != ""]

evidence(given) := [{"resource": role.id, "path": ["rules"], "note": "what the role allows"} | some role in given.roles]

# That it is no more than harmless, or not even that, rests on the role.
needs(given) := array.concat(
	[{"resource": given.binding.id, "path": ["roleRef", "name"]}],
	[need | given.who == "system:authenticated"; some need in about_roles(given)],
)

about_roles(given) := array.concat(
	[need |
		some role in given.roles
		some key in ["aggregationRule", "rules"]
		some need in scope.unknown(role, [key])
	],
	roles.unseen(given.binding, given.roles),
)
