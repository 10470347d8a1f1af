# What gives roles on a resource of Google Cloud.
package lib.granted_on

import data.lib.graph

# The ids of what gives roles on `subject`, a resource of `kind`, and of the documents that say which.
givers(subject, kind) := array.concat(
	[giver.id | some giver in direct(subject, kind)],
	[document.id |
		some giver in direct(subject, kind)
		some document in graph.targets(giver, "data.google_iam_policy")
	],
)

direct(subject, kind) := [giver |
	some end in ["_iam_member", "_iam_binding", "_iam_policy"]
	some giver in graph.referrers(subject, concat("", [kind, end]))
]
