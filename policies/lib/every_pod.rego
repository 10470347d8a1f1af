# Roles that are given to every pod, by a group that all service accounts are in.
package lib.every_pod

import data.lib.identity
import data.lib.rights

# The pods that a group of service accounts means: each of them runs as one.
pods(subject) := "every pod of the cluster" if {
	subject.kind == "Group"
	subject.name == "system:serviceaccounts"
}

pods(subject) := sprintf("every pod of namespace \"%s\"", [trim_prefix(subject.name, "system:serviceaccounts:")]) if {
	subject.kind == "Group"
	startswith(subject.name, "system:serviceaccounts:")
}

# Bindings that give a role to such groups: `who` has its rights, `path` names the group, `pods` are the words for it. Also
# those that may do so, as it is not known whom they name.
bindings := array.concat(
	[binding(who, ["subjects", at, "name"], words) |
		some who in bound
		some at, subject in rights.named(who).attributes.subjects
		words := pods(subject)
	],
	[binding(who, need.path, "whoever it names") |
		some who in bound
		some need in who.unknown
		is_about_subjects(who, need)
		may_be_group(who, need.path)
	],
)

bound := [who | some who in rights.identities; who.form == "subject"]

binding(who, path, words) := {
	"who": who,
	"path": path,
	"pods": words,
	"role": object.get(rights.named(who).attributes, ["roleRef", "name"], "A role"),
}

# What is unknown of an account or a person makes it no group.
may_be_group(who, path) if {
	not path[2] in {"apiGroup", "namespace"}
	not rights.named(who).attributes.subjects[path[1]].kind in {"ServiceAccount", "User"}
}

# What a rule says of a right, in words. Whom else the binding names is nothing to it.
claim(who, right, words) := {
	"words": words,
	"needs": of_role(who, identity.needs([right])),
	"evidence": [{"resource": right.resource, "path": right.path, "note": "what the role allows"} | right.resource != who.id],
}

# That there may be more rights, as the role is not known.
open(who) := [{"words": "may allow more", "needs": needs, "evidence": []} |
	needs := of_role(who, who.unknown)
	count(needs) > 0
]

of_role(who, needs) := [need | some need in needs; not is_about_subjects(who, need)]

is_about_subjects(who, need) if {
	need.resource == who.id
	need.path[0] == "subjects"
}
