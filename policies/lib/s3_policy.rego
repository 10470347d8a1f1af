# What the policies of S3 buckets let anybody do.
package lib.s3_policy

import data.lib.attribute
import data.lib.graph
import data.lib.group
import data.lib.resource_policy
import data.lib.s3

# One for each policy and each set of actions that it lets anybody call: whose policy it is, where that stands, what
# must be known for it to hold, what it says, and the other statements that say the same. `publishes` tells whether all
# it does is to let the files of a website be read.
openings := array.concat(in_buckets, array.concat(beside_buckets, of_others))

in_buckets := [object.union(found, {"resource": bucket.id, "publishes": publishing, "needs": needs}) |
	some bucket in input.resources.aws_s3_bucket
	not restricted(bucket)
	some found in statements(bucket)
	publishing := publishes(bucket, found)
	needs := array.concat(found.needs, array.concat(doubts(bucket), website_needs(bucket, found)))
]

beside_buckets := [object.union(found, {"resource": bucket.id, "publishes": publishing, "needs": needs}) |
	some bucket in input.resources.aws_s3_bucket
	not restricted(bucket)
	some policy in s3.settings(bucket, "aws_s3_bucket_policy")
	some found in statements(policy)
	publishing := publishes(bucket, found)
	needs := array.concat(found.needs, array.concat(doubts(bucket), website_needs(bucket, found)))
]

# For a bucket that is made elsewhere.
of_others := [object.union(found, {"resource": policy.id, "publishes": false, "needs": needs}) |
	some policy in input.resources.aws_s3_bucket_policy
	count(graph.targets_via(policy, "aws_s3_bucket", "bucket")) == 0
	not restricted_by_account(policy.root)
	some found in statements(policy)
	needs := array.concat(found.needs, s3.access_block_doubts(policy, protecting))
]

# Statements with the same actions are one matter. One of them stands for all.
statements(holder) := [{
	"at": holder.id,
	"path": array.concat(["policy"], first.path),
	"actions": actions(first.body),
	"unknown_actions": unknown_actions(holder, first),
	"needs": unknown_conditions(holder, first),
	"message": message(open, same),
	"evidence": [{"resource": holder.id, "path": array.concat(["policy"], open[i].path), "note": "says the same"} |
		some i in array.slice(same, 1, 9)
	],
} |
	open := resource_policy.open(holder.attributes.policy)
	some same in group.by_key({[key(holder, statement), i] | some i, statement in open})
	first := open[same[0]]
]

key(holder, statement) := [
	actions(statement.body),
	count(unknown_actions(holder, statement)) > 0,
	count(unknown_conditions(holder, statement)) > 0,
]

unknown_conditions(holder, statement) := unknown_part(holder, statement, "Condition")

unknown_actions(holder, statement) := unknown_part(holder, statement, "Action")

unknown_part(holder, statement, part) := attribute.unknown_below(
	holder,
	array.concat(["policy"], array.concat(statement.statement, [part])),
)

# Whether all that is opened are the files of a website, which are there to be read.
publishes(bucket, found) if {
	reads_files(found)
	count(found.unknown_actions) == 0
	s3.is_website(bucket)
} else := false

# What must be known to tell whether that is so.
website_needs(bucket, found) := found.unknown_actions if {
	reads_files(found)
	s3.is_website(bucket)
} else := s3.website_doubts(bucket) if reads_files(found)

else := []

# Reading older versions of files, or listing them, shows what was not put there for readers.
reads_files(found) if {
	count(found.actions) + count(found.unknown_actions) > 0
	every action in found.actions {
		lower(action) == "s3:getobject"
	}
}

# With `restrict_public_buckets` a public policy lets in nobody but the account itself and services of AWS; with
# `block_public_policy` AWS refuses to take it.
protecting := ["restrict_public_buckets", "block_public_policy"]

restricted(bucket) if restricted_by_account(bucket.root)

restricted(bucket) if {
	some block in s3.settings(bucket, "aws_s3_bucket_public_access_block")
	some flag in protecting
	attribute.is_true(block.attributes[flag])
}

restricted_by_account(root) if {
	some flag in protecting
	s3.account_sets(root, flag)
}

doubts(bucket) := array.concat(
	s3.access_block_doubts(bucket, protecting),
	[{"resource": block.id, "path": [flag]} |
		some block in s3.settings(bucket, "aws_s3_bucket_public_access_block")
		some flag in protecting
	],
)

message(open, same) := allowed(actions(open[same[0]].body)) if count(same) == 1

message(open, same) := sprintf("%s: %d places of the policy say so", [
	allowed(actions(open[same[0]].body)),
	count(same),
]) if {
	count(same) > 1
}

allowed([]) := "The statement lets anybody in"

allowed(names) := sprintf("Anybody on the internet may call %s", [concat(", ", names)]) if count(names) in {1, 2, 3}

allowed(names) := sprintf("Anybody on the internet may call %s and %d more", [
	concat(", ", array.slice(names, 0, 3)),
	count(names) - 3,
]) if {
	count(names) > 3
}

actions(body) := [name | some name in [body.Action]; is_string(name)] if not is_array(body.Action)

actions(body) := [name | some name in body.Action; is_string(name)] if is_array(body.Action)
