# Following references between resources. All of it goes through indices, so it costs what a resource has in
# references, whatever the size of the graph.
package lib.graph

# The resources of a kind that `resource` refers to.
targets(resource, kind) := [input.resources[kind][reference.index] |
	some reference in resource.references
	reference.kind == kind
]

# The same, through one of its attributes: `targets_via(rule, "aws_security_group", "security_group_id")`.
targets_via(resource, kind, attribute) := [input.resources[kind][reference.index] |
	some reference in resource.references
	reference.kind == kind
	reference.via[0] == attribute
]

# The resources of a kind that refer to `resource`.
referrers(resource, kind) := [input.resources[kind][reference.index] |
	some reference in resource.referred_by
	reference.kind == kind
]

# The same, through one of their attributes: `referrers_via(bucket, "aws_s3_bucket_acl", "bucket")`.
referrers_via(resource, kind, attribute) := [input.resources[kind][reference.index] |
	some reference in resource.referred_by
	reference.kind == kind
	reference.via[0] == attribute
]

# Where the resources of a kind say what they belong to, but the graph cannot tell what that is: give this as
# `needs` when a violation rests on none of them belonging to `resource`.
unresolved(resource, kind, attribute) := [{"resource": other.id, "path": [step | some step in path; step != "*"]} |
	some other in input.resources[kind]
	other.root == resource.root
	some path in other.unknown
	path[0] == attribute
	not refers_through(other, path)
]

refers_through(resource, path) if {
	some reference in resource.references
	array.slice(reference.via, 0, count(path)) == path
}
