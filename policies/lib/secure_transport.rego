# Policies of resources that refuse requests without TLS.
package lib.secure_transport

import data.lib.attribute
import data.lib.iam
import data.lib.resource_policy

demanded_by(document) if {
	some statement in iam.statements(document)
	statement.body.Effect == "Deny"
	not statement.body.NotPrincipal
	count(resource_policy.everybody(statement.body)) > 0
	some keys in statement.body.Condition
	some key, value in keys
	lower(key) == "aws:securetransport"
	is_false(value)
}

is_false(value) if attribute.is_false(value)

is_false(values) if {
	is_array(values)
	some value in values
	attribute.is_false(value)
}

# What may turn out to be such a statement, as `needs`. One that is known to allow something is not.
unknown_statements(holder) := [need |
	some need in attribute.unknown_in(
		holder,
		["policy"],
		["Statement", "Effect", "Principal", "NotPrincipal", "AWS", "Condition", "Bool", "aws:SecureTransport"],
	)
	not allows(holder, need.path)
]

allows(holder, path) if holder.attributes.policy.Statement[path[2]].Effect == "Allow"

allows(holder, _) if holder.attributes.policy.Statement.Effect == "Allow"
