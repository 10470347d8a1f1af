# Whether the policies of groups and users ask for a second factor.
package lib.mfa

import data.lib.graph
import data.lib.iam

asks(policies) if {
	some policy in policies
	some statement in iam.statements(policy.attributes.policy)
	some keys in statement.body.Condition
	some key, _ in keys
	lower(key) in {"aws:multifactorauthpresent", "aws:multifactorauthage"}
}

# Policies written into a group or user, and those attached to it.
policies_of_group(group) := array.concat(
	graph.referrers_via(group, "aws_iam_group_policy", "group"),
	attached(group, group_attachments),
)

policies_of_user(user) := array.concat(
	array.concat(graph.referrers_via(user, "aws_iam_user_policy", "user"), attached(user, user_attachments)),
	[policy | some group in groups_of(user); some policy in policies_of_group(group)],
)

group_attachments := [["aws_iam_group_policy_attachment", "group"], ["aws_iam_policy_attachment", "groups"]]

user_attachments := [["aws_iam_user_policy_attachment", "user"], ["aws_iam_policy_attachment", "users"]]

attached(holder, kinds) := [policy |
	some pair in kinds
	some attachment in graph.referrers_via(holder, pair[0], pair[1])
	some policy in graph.targets_via(attachment, "aws_iam_policy", "policy_arn")
]

groups_of(user) := array.concat(
	[group |
		some membership in graph.referrers_via(user, "aws_iam_user_group_membership", "user")
		some group in graph.targets_via(membership, "aws_iam_group", "groups")
	],
	[group |
		some membership in graph.referrers_via(user, "aws_iam_group_membership", "users")
		some group in graph.targets_via(membership, "aws_iam_group", "group")
	],
)

# As `needs`: policies of which nothing is known, attachments of policies that cannot be told, and what may belong to the
# holder without saying so.
doubts_of_group(group) := array.concat(
	doubts(group, policies_of_group(group), group_attachments),
	graph.unresolved(group, "aws_iam_group_policy", "group"),
)

doubts_of_user(user) := array.concat(
	array.concat(
		doubts(user, policies_of_user(user), user_attachments),
		graph.unresolved(user, "aws_iam_user_policy", "user"),
	),
	array.concat(
		array.concat(
			[doubt | some group in groups_of(user); some doubt in doubts_of_group(group)],
			[doubt |
				some [kind, member, place] in [
					["aws_iam_user_group_membership", "user", "groups"],
					["aws_iam_group_membership", "users", "group"],
				]
				some membership in graph.referrers_via(user, kind, member)
				some doubt in hidden(membership, [place])
			],
		),
		[doubt |
			some pair in [["aws_iam_user_group_membership", "user"], ["aws_iam_group_membership", "users"]]
			some doubt in graph.unresolved(user, pair[0], pair[1])
		],
	),
)

doubts(holder, policies, kinds) := array.concat(
	[need | some policy in policies; some need in hidden(policy, ["policy"])],
	array.concat(
		[{"resource": attachment.id, "path": ["policy_arn"]} |
			some pair in kinds
			some attachment in graph.referrers_via(holder, pair[0], pair[1])
			graph.targets_via(attachment, "aws_iam_policy", "policy_arn") == []
		],
		[doubt | some pair in kinds; some doubt in graph.unresolved(holder, pair[0], pair[1])],
	),
)

# What is unknown of a resource at a place or below it, and the place itself.
hidden(resource, place) := array.concat(
	[{"resource": resource.id, "path": place}],
	[{"resource": resource.id, "path": [step | some step in path; step != "*"]} |
		some path in resource.unknown
		array.slice(path, 0, count(place)) == place
	],
)
