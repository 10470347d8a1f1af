# What custom roles of Azure allow, as they are written.
package lib.azure_role

# The actions of a role definition as they are listed: `action`, its `path`, and `needs`, what could take it away.
actions(definition) := [{
	"action": action,
	"path": ["permissions", i, "actions", j],
	"denied": denied,
	"needs": array.concat([{"resource": definition.id, "path": ["permissions", i, "not_actions"]}], unknown(definition, i)),
} |
	some i, permissions in definition.attributes.permissions
	denied := [pattern | some pattern in object.get(permissions, "not_actions", [])]
	some j, action in permissions.actions
]

# What is not known of what the permissions at a position take away.
unknown(definition, i) := [{"resource": definition.id, "path": [step | some step in path; step != "*"]} |
	some path in object.get(definition, "unknown", [])
	array.slice(path, 0, 3) == ["permissions", i, "not_actions"]
]

# The actions by which one gives oneself any role.
giving := ["Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleDefinitions/write"]

# Those of them that an action as it is written allows, without what is taken away.
gives(listed) := [action |
	some action in giving
	matches(listed.action, action)
	not taken(listed.denied, action)
]

taken(denied, action) if {
	some pattern in denied
	matches(pattern, action)
}

# Whether a pattern matches an action, whatever the case. Between slashes, `*` stands for no part too.
matches(pattern, action) if like(pattern, action)

matches(pattern, action) if {
	contains(pattern, "/*/")
	like(replace(pattern, "/*/", "/"), action)
}

like(pattern, action) if {
	trim(lower(pattern), "abcdefghijklmnopqrstuvwxyz0123456789./*-_") == ""
	expression := replace(replace(lower(pattern), ".", "[.]"), "*", ".*")
	regex.match(sprintf("^%s$", [expression]), lower(action))
}
