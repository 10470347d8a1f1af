# Who may act as a role, by what its trust policy asks for.
package lib.trust

# The host of an identity provider that a trust names, or, where that is unknown, of which it asks claims; undefined
# where neither tells it. Of a cluster's the region is unknown before it is made.
provider(trust) := host if {
	trust.principal_type == "Federated"
	parts := split(trust.principal, ":oidc-provider/")
	count(parts) == 2
	host := split(parts[1], "/")[0]
	not startswith(host, "${}")
}

provider(trust) := host if {
	trust.principal_type == "Federated"
	trust.principal == "${}"
	hosts := {split(condition.key, ":")[0] | some condition in claims(trust, "sub")}
	count(hosts) == 1
	some host in hosts
	not contains(host, "${}")
}

# Whether a trust is in what a cluster says of its pods, as its provider or the subjects tell.
is_of_cluster(trust) if startswith(provider(trust), "oidc.eks.")

is_of_cluster(trust) if {
	trust.principal_type == "Federated"
	some condition in claims(trust, "sub")
	some value in condition.values
	startswith(value, "system:serviceaccount:")
}

# What the conditions of a trust say of a claim, `sub` or `aud`: those that have to hold.
claims(trust, claim) := [condition |
	some condition in trust.conditions
	endswith(condition.key, sprintf(":%s", [claim]))
	not startswith(condition.operator, "Not")
	has_to_be_there(condition, claim)
]

# These ask for nothing where the claim is missing. Every token has a subject and an audience.
has_to_be_there(_, claim) if claim in {"sub", "aud"}

has_to_be_there(condition, _) if {
	not startswith(condition.operator, "ForAllValues:")
	not endswith(condition.operator, "IfExists")
}

# The values of a condition in which `*` stands for anything.
patterns(condition) := condition.values if is_pattern(condition.operator)

patterns(condition) := [] if not is_pattern(condition.operator)

is_pattern(operator) if endswith(lower(operator), "like")

# Whether a trust takes one of `everybody`, patterns that leave open who it is, as `sub`. Where several conditions have to
# hold, each takes one.
names_nobody(trust, everybody) if {
	count(claims(trust, "sub")) > 0
	every condition in claims(trust, "sub") {
		count([value | some value in patterns(condition); value in everybody]) > 0
	}
}

# Whether a trust asks for any claim that says who somebody is.
asks_who(trust, names) if {
	some name in names
	count(claims(trust, name)) > 0
}

# The account that a trust takes in as a whole.
account(trust) := trust.principal if {
	trust.principal_type == "AWS"
	is_account(trust.principal)
}

account(trust) := parts[4] if {
	trust.principal_type == "AWS"
	parts := split(trust.principal, ":")
	parts[5] == "root"
	is_account(parts[4])
}

is_account(text) if {
	count(text) == 12
	trim(text, "0123456789") == ""
}

# The conditions of a trust that keep somebody out. One that wants no second factor is met by leaving it away.
demands(trust) := [condition | some condition in trust.conditions; not wants_no_factor(condition)]

# What must be known before one can say that a trust demands nothing, as `needs`: what it wants of a second factor.
demand_doubts(trust) := [{"resource": condition.resource, "path": condition.path} |
	some condition in trust.conditions
	wants_no_factor(condition)
]

wants_no_factor(condition) if {
	lower(condition.key) == "aws:multifactorauthpresent"
	startswith(lower(condition.operator), "bool")
	every value in condition.values {
		lower(value) == "false"
	}
}
