package lib.s3_policy_test

import data.lib.s3_policy

everybody(actions) := {"Effect": "Allow", "Principal": "*", "Action": actions}

# What is found in a policy that a bucket carries itself.
own(statements, attributes, unknown) := found if {
	found := s3_policy.openings with input.resources.aws_s3_bucket as [bucket(statements, attributes, unknown)]
}

bucket(statements, attributes, unknown) := {
	"id": "bucket",
	"root": ".",
	"attributes": object.union({"policy": {"Statement": statements}}, attributes),
	"unknown": unknown,
	"referred_by": [],
}

website := {"website": [{"index_document": "index.html"}]}

test_messages if {
	every row in [
		["s3:GetObject", "Anybody on the internet may call s3:GetObject"],
		[["s3:GetObject", "s3:PutObject"], "Anybody on the internet may call s3:GetObject, s3:PutObject"],
		[["a", "b", "c", "d", "e"], "Anybody on the internet may call a, b, c and 2 more"],
		[[], "The statement lets anybody in"],
	] {
		[opening.message | some opening in own([everybody(row[0])], {}, [])] == [row[1]]
	}
}

test_statements_that_say_the_same_are_one if {
	statements := [everybody("s3:ListBucket"), everybody("s3:GetObject"), everybody(["s3:GetObject"])]
	found := own(statements, {}, [])
	{[opening.path, opening.message] | some opening in found} == {
		[["policy", "Statement", 0, "Principal"], "Anybody on the internet may call s3:ListBucket"],
		[["policy", "Statement", 1, "Principal"], "Anybody on the internet may call s3:GetObject: 2 places of the policy say so"],
	}
	[opening.evidence | some opening in found; count(opening.evidence) > 0] == [[{
		"resource": "bucket",
		"path": ["policy", "Statement", 2, "Principal"],
		"note": "says the same",
	}]]
}

test_what_is_known_does_not_stand_for_what_is_not if {
	found := own([everybody("s3:GetObject"), everybody("s3:GetObject")], {}, [["policy", "Statement", 0, "Condition"]])
	{[opening.path[2], opening.needs[0]] | some opening in found} == {
		[0, {"resource": "bucket", "path": ["policy", "Statement", 0, "Condition"]}],
		[1, {"resource": "bucket", "path": ["website", 0]}],
	}
}

published(statements, attributes, unknown) := [opening.publishes | some opening in own(statements, attributes, unknown)]

test_publishing if {
	published([everybody(["s3:GetObject"])], website, []) == [true]
	published([everybody(["s3:GetObject"])], {}, []) == [false]
	published([everybody(["s3:GetObject", "s3:GetObjectVersion"])], website, []) == [false]
	published([everybody([])], website, []) == [false]
	published([everybody(["s3:GetObject"])], website, [["policy", "Statement", 0, "Action", 1]]) == [false]
}

needs(statements, attributes, unknown) := {need.path | some opening in own(statements, attributes, unknown); some need in opening.needs}

test_what_publishing_rests_on if {
	needs([everybody("s3:GetObject")], website, []) == set()
	needs([everybody("s3:GetObject")], {}, []) == {["website", 0]}
	needs([everybody("s3:PutObject")], {}, []) == set()
	needs([everybody(null)], website, [["policy", "Statement", 0, "Action"]]) == {["policy", "Statement", 0, "Action"]}
}

# A bucket and a policy beside it.
beside(settings) := object.union({"aws_s3_bucket": [{
	"id": "bucket",
	"root": ".",
	"attributes": {},
	"unknown": [],
	"referred_by": [{"kind": kind, "index": 0, "via": ["bucket"]} | some kind, _ in settings],
}]}, settings)

refers := [{"kind": "aws_s3_bucket", "index": 0, "via": ["bucket"]}]

policy(unknown, references) := {
	"id": "policy",
	"root": ".",
	"attributes": {"policy": {"Statement": [everybody("s3:GetObject")]}},
	"unknown": unknown,
	"references": references,
}

test_policy_of_a_bucket_made_elsewhere if {
	elsewhere := {"aws_s3_bucket_policy": [policy([], [])]}
	found := s3_policy.openings with input.resources as elsewhere
	[[opening.resource, opening.publishes] | some opening in found] == [["policy", false]]
	account := {"id": "account", "root": ".", "attributes": {"restrict_public_buckets": true}}
	guarded := object.union(elsewhere, {"aws_s3_account_public_access_block": [account]})
	refused := s3_policy.openings with input.resources as guarded
	refused == []
}

test_access_block_of_the_bucket if {
	every row in [[true, 0], [false, 1]] {
		resources := beside({
			"aws_s3_bucket_policy": [policy([], refers)],
			"aws_s3_bucket_public_access_block": [{"id": "block", "root": ".", "attributes": {"block_public_policy": row[0]}, "references": refers}],
		})
		found := s3_policy.openings with input.resources as resources
		count(found) == row[1]
	}
	account := {"id": "account", "root": ".", "attributes": {"block_public_policy": true}}
	guarded := object.union(beside({"aws_s3_bucket_policy": [policy([], refers)]}), {"aws_s3_account_public_access_block": [account]})
	refused := s3_policy.openings with input.resources as guarded
	refused == []
}
