# The policies that resources carry themselves: who they let in.
package lib.resource_policy

import data.lib.iam

# Statements of a JSON document that let anybody with an AWS account in, or anybody at all: each with the path of what
# names everybody.
open(document) := [{"path": array.concat(statement.path, step), "statement": statement.path, "body": statement.body} |
	some statement in iam.statements(document)
	statement.body.Effect == "Allow"
	some step in everybody(statement.body)
	not narrowed(statement.body)
]

# Where a statement names everybody. AWS takes one principal, a list, and both under a type.
everybody(body) := array.concat(
	array.concat(
		[["Principal"] | is_everybody(body.Principal)],
		[["Principal", i] | is_array(body.Principal); some i, name in body.Principal; is_everybody(name)],
	),
	array.concat(
		array.concat(
			[["Principal", "AWS"] | is_everybody(body.Principal.AWS)],
			[["Principal", "AWS", i] |
				is_array(body.Principal.AWS)
				some i, name in body.Principal.AWS
				is_everybody(name)
			],
		),
		[["NotPrincipal"] | body.NotPrincipal],
	),
)

is_everybody(name) if name == "*"

is_everybody(name) if {
	is_string(name)
	startswith(name, "arn:")
	split(name, ":")[4] == "*"
}

# Whether a statement names somebody by an ARN with the number of an account in it, which is never `*`, whatever it turns
# out to be.
names_somebody(holder, argument, statement) if {
	step := array.slice(statement.path, count(statement.statement), count(statement.path))
	startswith(object.get(statement.body, step, ""), "arn:")
	some reference in holder.references
	reference.via == array.concat([argument], statement.path)
	count(reference.reads) > 0
	every read in reference.reads {
		read == ["account_id"]
	}
}

# Whether a condition keeps strangers out. What it cannot be told of counts as if it did.
narrowed(body) if {
	is_object(body.Condition)
	some operator, keys in body.Condition
	is_object(keys)
	narrows(operator)
	some key, values in keys
	tells_who(lower(key))
	count(wide(values)) == 0
}

# Of an operator that takes something out, all the rest of the world is left.
narrows(operator) if {
	not contains(operator, "Not")
	not operator in {"Null", "Bool"}
	not startswith(operator, "ForAllValues:")
	not endswith(operator, "IfExists")
}

tells_who(key) if startswith(key, "aws:source")

tells_who(key) if startswith(key, "aws:vpce")

tells_who(key) if {
	startswith(key, "aws:principal")
	key != "aws:principaltype"
}

tells_who(key) if key in {"aws:userid", "aws:username", "aws:vpcsourceip", "kms:calleraccount", "s3:dataaccesspointaccount"}

# Of the values of a condition, those that any account meets.
wide(values) := [value | some value in values; is_wide(value)] if is_array(values)

wide(values) := [value | some value in [values]; is_wide(value)] if not is_array(values)

is_wide(value) if value in {"*", "0.0.0.0/0", "::/0"}

# Names of buckets are the world's, so an account is not needed to say which is meant.
is_wide(value) if {
	is_string(value)
	parts := split(value, ":")
	parts[0] == "arn"
	parts[2] != "s3"
	parts[4] == "*"
}
