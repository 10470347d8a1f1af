# IAM policy documents, in JSON and as `aws_iam_policy_document` writes them. A field that is unknown is absent.
package lib.iam

# Statements of a JSON document with their paths: IAM takes one statement or a list of them.
statements(document) := [{"path": ["Statement", i], "body": body} | some i, body in document.Statement] if {
	is_array(document.Statement)
}

statements(document) := [{"path": ["Statement"], "body": document.Statement}] if is_object(document.Statement)

# Paths in a JSON document to the actions that mean every action of every service, where they are allowed.
allowed_wildcards(document) := [path |
	some statement in statements(document)
	statement.body.Effect == "Allow"
	some step in wildcard_positions(statement.body.Action)
	path := array.concat(statement.path, array.concat(["Action"], step))
]

# Where in an `Action` everything is meant: IAM takes one action or a list of them.
wildcard_positions(actions) := [[]] if is_every_action(actions)

wildcard_positions(actions) := [[i] |
	some i, action in actions
	is_every_action(action)
] if {
	is_array(actions)
}

is_every_action(action) if action in {"*", "*:*"}
