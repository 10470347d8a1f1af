# What the policies of identities allow, one statement at a time, whether written as JSON or in a policy document of
# Terraform.
package lib.policy_statement

import data.lib.graph
import data.lib.group
import data.lib.iam

# Statements that allow something: the resource, the path, the actions with their own paths, whether they cover every
# resource and where that stands, and whether they have a condition.
allowed := array.concat(in_policies, array.concat(in_roles, in_documents))

in_policies := [statement |
	some kind, argument in {
		"aws_iam_policy": "policy",
		"aws_iam_role_policy": "policy",
		"aws_iam_user_policy": "policy",
		"aws_iam_group_policy": "policy",
		"aws_ssoadmin_permission_set_inline_policy": "inline_policy",
	}
	some policy in input.resources[kind]
	not is_bound_only(policy)
	some written in iam.statements(policy.attributes[argument])
	written.body.Effect == "Allow"
	found := of_json(policy, array.concat([argument], written.path), written.body)
	statement := object.union(found, {"needs": array.concat(found.needs, boundaries(kind, policy))})
]

# What, if it were known, could say that somebody has the policy as a boundary.
boundaries("aws_iam_policy", policy) := array.concat(unseen, unknown_conditions(policy)) if not is_attached(policy)

boundaries(kind, policy) := [] if is_held(kind, policy)

is_held(kind, _) if kind != "aws_iam_policy"

is_held(_, policy) if is_attached(policy)

is_attached(policy) if {
	some reference in policy.referred_by
	is_attachment(reference)
}

unseen := [{"resource": holder.id, "path": path} |
	some kind in ["aws_iam_role", "aws_iam_user"]
	some holder in input.resources[kind]
	some path in holder.unknown
	path[0] == "permissions_boundary"
	not names_policy(holder, path)
]

# What is made of a policy's ARN is known to be that policy, and no other.
names_policy(holder, path) if {
	some reference in holder.references
	reference.via == path
	reference.kind == "aws_iam_policy"
}

in_roles := [statement |
	some role in input.resources.aws_iam_role
	some i, inline in role.attributes.inline_policy
	some written in iam.statements(inline.policy)
	written.body.Effect == "Allow"
	statement := of_json(role, array.concat(["inline_policy", i, "policy"], written.path), written.body)
]

of_json(resource, path, body) := {
	"resource": resource.id,
	"path": path,
	"actions": named(body.Action, array.concat(path, ["Action"])),
	"everything": count(stars(object.get(body, "Resource", []))) > 0,
	"every": array.concat(array.concat(path, ["Resource"]), first(stars(object.get(body, "Resource", [])))),
	"every_bucket": is_every_bucket(object.get(body, "Resource", [])),
	"conditional": count(conditions(resource, path, body)) > 0,
	"needs": [
		{"resource": resource.id, "path": array.concat(path, ["Resource"])},
		{"resource": resource.id, "path": array.concat(path, ["Condition"])},
	],
}

# The operators of a statement's condition, also those of which it is unknown what they compare.
conditions(resource, path, body) := {operator | some operator, _ in object.get(body, "Condition", {})} | {unknown[count(place)] |
	place := array.concat(path, ["Condition"])
	some unknown in resource.unknown
	unknown[count(path)] == "Condition"
	array.slice(unknown, 0, count(place)) == place
	unknown[count(place)] != "*"
}

# A document that no policy above is made of: its text goes to another module or out of this configuration. With
# principals it is the policy of a resource.
in_documents := [statement |
	some document in input.resources["data.aws_iam_policy_document"]
	not feeds_policy(document)
	some i, block in document.attributes.statement
	object.get(block, "effect", "Allow") == "Allow"
	count(object.get(block, "principals", [])) == 0
	path := ["statement", i]
	statement := {
		"resource": document.id,
		"path": path,
		"actions": named(block.actions, array.concat(path, ["actions"])),
		"everything": count(stars(object.get(block, "resources", []))) > 0,
		"every": array.concat(array.concat(path, ["resources"]), first(stars(object.get(block, "resources", [])))),
		"every_bucket": is_every_bucket(object.get(block, "resources", [])),
		"conditional": count(object.get(block, "condition", [])) > 0,
		"needs": array.concat(
			[{"resource": document.id, "path": array.concat(path, steps)} |
				some steps in [["effect"], ["resources"], ["condition", 0], ["principals", 0]]
			],
			unknown_uses(document),
		),
	}
]

# Whether a policy only says what others may do at most, and gives nobody a right: somebody has it as a boundary, or a
# condition asks for it as one, and nothing attaches it.
is_bound_only(policy) if {
	some reference in policy.referred_by
	is_boundary(reference)
	every other in policy.referred_by {
		not is_attachment(other)
	}
}

is_boundary(reference) if reference.via[0] == "permissions_boundary"

is_boundary(reference) if {
	some argument in ["policy", "inline_policy"]
	reference.via[0] == argument
	some statement in iam.statements(input.resources[reference.kind][reference.index].attributes[argument])
	some _, keys in statement.body.Condition
	some key, _ in keys
	lower(key) == "iam:permissionsboundary"
}

# The policy's ARN is not known before it is made.
is_boundary(reference) if {
	some path in input.resources[reference.kind][reference.index].unknown
	path[0] == reference.via[0]
	some step in path
	lower(sprintf("%v", [step])) == "iam:permissionsboundary"
}

is_boundary(reference) if {
	reference.kind == "data.aws_iam_policy_document"
	some block in input.resources["data.aws_iam_policy_document"][reference.index].attributes.statement
	some condition in block.condition
	lower(condition.variable) == "iam:permissionsboundary"
}

# As `needs`: conditions that are not known, and so may ask for the policy as a boundary. One is enough to leave the
# matter undecided.
unknown_conditions(policy) := array.slice(
	array.concat(
		conditions_about(policy),
		object.get(conditions_by_root, object.get(policy, "root", ""), []),
	),
	0, 1,
)

# Those that are made of something of the policy.
conditions_about(policy) := [{"resource": reference.id, "path": [step | some step in path; step != "*"]} |
	some reference in policy.referred_by
	some path in input.resources[reference.kind][reference.index].unknown
	array.slice(reference.via, 0, count(path)) == path
	hides_key(keys_of(path))
]

keys_of(path) := [lower(step) | some step in path; is_string(step); step != "*"]

conditions_by_root := group.by_key({[holder.root, need] |
	some kind, argument in {
		"aws_iam_policy": "policy",
		"aws_iam_role_policy": "policy",
		"aws_iam_user_policy": "policy",
		"aws_iam_group_policy": "policy",
	}
	some holder in input.resources[kind]
	some path in holder.unknown
	path[0] == argument
	not graph.refers_through(holder, path)
	hides_condition(keys_of(path))
	need := {"resource": holder.id, "path": [step | some step in path; step != "*"]}
} | {[document.root, need] |
	some document in input.resources["data.aws_iam_policy_document"]
	some path in document.unknown
	path[0] == "statement"
	not graph.refers_through(document, path)
	hides_condition(keys_of(path))
	not asks_for_other(document, path)
	need := {"resource": document.id, "path": [step | some step in path; step != "*"]}
})

# What is unknown may be a condition that asks for a boundary, or say which one is asked for.
hides_condition(keys) if hides_key(keys)

hides_condition(keys) if {
	array.slice(keys, 0, 3) == ["policy", "statement", "condition"]
	keys[4] == "iam:permissionsboundary"
}

hides_condition(keys) if array.slice(keys, 0, 2) == ["statement", "condition"]

# It may be what a condition asks for.
hides_key(keys) if keys in [["policy"], ["policy", "statement"], ["statement"], ["statement", "condition"]]

hides_key(keys) if {
	array.slice(keys, 0, 3) == ["policy", "statement", "condition"]
	count(keys) < 5
}

# The condition is known to ask for something else.
asks_for_other(document, path) if {
	condition := document.attributes.statement[path[1]].condition[path[3]]
	lower(condition.variable) != "iam:permissionsboundary"
}

is_attachment(reference) if reference.via[0] == "managed_policy_arns"

is_attachment(reference) if reference.kind in attaching

attaching := {
	"aws_iam_group_policy_attachment",
	"aws_iam_policy_attachment",
	"aws_iam_role_policy_attachment",
	"aws_iam_role_policy_attachments_exclusive",
	"aws_iam_user_policy_attachment",
	"aws_ssoadmin_customer_managed_policy_attachment",
}

# One action or a list of them. Case means nothing in their names.
named(actions, path) := [{"name": lower(actions), "written": actions, "path": path}] if is_string(actions)

named(actions, path) := [{"name": lower(action), "written": action, "path": array.concat(path, [i])} |
	some i, action in actions
	is_string(action)
] if {
	is_array(actions)
}

# Where in a list of resources, or one resource, everything is meant.
stars(resources) := [[i] | some i, resource in resources; resource == "*"] if is_array(resources)

stars(resources) := [[] | some resource in [resources]; resource == "*"] if not is_array(resources)

first(steps) := array.concat(steps, [[]])[0]

# Actions as a message names them.
listed(written) := concat(", ", written) if count(written) <= 3

listed(written) := sprintf("%s and %d more", [concat(", ", array.slice(written, 0, 3)), count(written) - 3]) if count(written) > 3

# Whether an action as written, with `*` and `?`, stands for one of `wanted`. That all actions are allowed, or all of
# a service, is the business of rules about that.
stands_for(name, wanted) if name in wanted

stands_for(name, wanted) if {
	contains(name, "*")
	not name in {"*", "*:*"}
	some one in wanted
	glob.match(name, null, one)
}

feeds_policy(document) if {
	some ref in document.referred_by
	ref.kind in {
		"aws_iam_policy",
		"aws_iam_role_policy",
		"aws_iam_user_policy",
		"aws_iam_group_policy",
		"aws_iam_role",
		"aws_ssoadmin_permission_set_inline_policy",
		"data.aws_iam_policy_document",
	}
}

# Policies that may be made of the document: what they are made of is unknown. Of a text that is known in part it is
# known that it is another.
unknown_uses(document) := object.get(unknown_by_root, document.root, [])

unknown_by_root := group.by_key({[policy.root, need] |
	some pair in [
		["aws_iam_policy", "policy"],
		["aws_iam_role_policy", "policy"],
		["aws_iam_user_policy", "policy"],
		["aws_iam_group_policy", "policy"],
		["aws_iam_role", "inline_policy"],
		["aws_ssoadmin_permission_set_inline_policy", "inline_policy"],
		["data.aws_iam_policy_document", "source_policy_documents"],
		["data.aws_iam_policy_document", "override_policy_documents"],
	]
	some policy in input.resources[pair[0]]
	some path in policy.unknown
	is_whole_text(path, pair[1])
	not graph.refers_through(policy, path)
	need := {"resource": policy.id, "path": [step | some step in path; step != "*"]}
})

is_whole_text(path, argument) if {
	steps := [step | some step in path; is_string(step); step != "*"]
	steps in [[argument], ["inline_policy", "policy"]]
	steps[0] == argument
}

# Whether a statement names every bucket of S3, and so every file: `*` takes in the slash before their names.
is_every_bucket(resources) if {
	is_array(resources)
	some resource in resources
	names_every_bucket(resource)
} else if {
	names_every_bucket(resources)
} else := false

names_every_bucket(resource) if {
	is_string(resource)
	startswith(resource, "arn:")
	endswith(resource, ":s3:::*")
}
