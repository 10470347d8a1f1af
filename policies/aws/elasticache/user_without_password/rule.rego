# METADATA
# title: User of ElastiCache needs no password
# description: |
#   Users of Redis and Valkey say what a program may do with a cache. One that is on and needs no password keeps nobody
#   out: whoever reaches the port may do what the user may.
#
#   Each account has such a user already, `default`, which may do everything. A program that names no user is this one,
#   so a group that takes it in asks nobody anything.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
#   - https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the user an `authentication_mode` of the type `password` or `iam`. In place of `default`, put an
#     `aws_elasticache_user` with that `user_name` and the `access_string` `off -@all` into the group.
package policy.aws.elasticache.user_without_password

import data.lib.attribute
import data.lib.graph

deny contains {
	"resource": user.id,
	"path": found.path,
	"needs": [{"resource": user.id, "path": ["authentication_mode", 0, "type"]}],
	"message": sprintf("The user needs no password, and has the rights `%s`", [user.attributes.access_string]),
} if {
	some user in input.resources.aws_elasticache_user
	some found in without_password(user.attributes)
	is_on(user.attributes.access_string)
}

deny contains {
	"resource": group.id,
	"path": ["user_ids", at],
	"needs": [{"resource": user.id, "path": ["user_id"]} | some user in users_beside(group)],
	"message": "The group takes in AWS' own user `default`, which needs no password and may do everything",
} if {
	some group in input.resources.aws_elasticache_user_group
	some at, id in group.attributes.user_ids
	id == "default"
	not graph.refers_through(group, ["user_ids", at])
	not is_declared(group)
}

# A mode that is written stands before the older argument.
without_password(attributes) := [{"path": ["authentication_mode", 0, "type"]} |
	attributes.authentication_mode[0].type == "no-password-required"
] if {
	attributes.authentication_mode[0].type
} else := [{"path": ["no_password_required"]} | attribute.is_true(attributes.no_password_required)]

# Whether the user is switched on, and has rights.
is_on(access) if {
	words := split(lower(access), " ")
	"on" in words
	some word in words
	grants(word)
}

grants(word) if startswith(word, "+")

grants(word) if word == "allcommands"

# The user was taken over, and says itself what it may do.
is_declared(group) if {
	some user in users_beside(group)
	user.attributes.user_id == "default"
}

users_beside(group) := [user | some user in input.resources.aws_elasticache_user; user.root == group.root]
