# Workload identity pools: whose word they take, and who may act as something by it.
package lib.pool

import data.lib.graph

# Providers that take the word of a service which everybody can have an account of, and ask nobody who they are.
open := [{"provider": provider, "issuer": issuer} |
	some provider in input.resources.google_iam_workload_identity_pool_provider
	issuer := shared_issuer(provider)
	not asks_who(provider)
]

# The service that a provider takes the word of, where everybody can have an account there.
shared_issuer(provider) := host if {
	some oidc in provider.attributes.oidc
	host := split(trim_prefix(oidc.issuer_uri, "https://"), "/")[0]
	host in shared
}

# A provider that says nothing of whose word it takes.
shared_issuer(provider) := "anybody" if {
	count([1 | some block in words; provider.attributes[block]]) == 0
}

# The blocks that say whose word a provider takes.
words := ["aws", "oidc", "saml", "x509"]

shared := {
	"accounts.google.com",
	"agent.buildkite.com",
	"api.bitbucket.org",
	"app.terraform.io",
	"gitlab.com",
	"oidc.vercel.com",
	"token.actions.githubusercontent.com",
}

# Whether the condition of a provider says anything of who somebody is.
asks_who(provider) if {
	some i, part in split(provider.attributes.attribute_condition, "assertion.")
	i > 0
	not is_of_anybody(part)
}

asks_who(provider) if contains(provider.attributes.attribute_condition, "attribute.")

asks_who(provider) if contains(provider.attributes.attribute_condition, "google.")

is_of_anybody(part) if {
	some claim in nobody
	startswith(part, claim)
	not startswith(part, sprintf("%s_", [claim]))
}

# Claims that anybody's tokens can have with any value.
nobody := {
	"actor", "aud", "base_ref", "environment", "event_name", "exp", "head_ref", "iat", "iss", "jti", "nbf", "ref", "ref_protected", "ref_type",
	"run_attempt", "run_id", "run_number", "runner_environment", "terraform_project_name", "terraform_run_phase", "terraform_workspace_name", "workflow",
}

# Those who have a role by a whole pool, or by something that anybody's tokens can say.
anybody_of(pool) := [who |
	some who in input.identities
	who.form == "federated"
	is_open(who.name)
	names(who, pool)
]

is_open(name) if {
	startswith(name, "principalSet://")
	endswith(name, "/*")
}

is_open(name) if {
	some claim in nobody
	contains(name, sprintf("/attribute.%s/", [claim]))
}

# Whether a member is of a pool: by its id, or by reference.
names(who, pool) if contains(who.name, sprintf("/workloadIdentityPools/%s/", [pool.attributes.workload_identity_pool_id]))

names(who, pool) if {
	some reference in input.resources[who.kind][who.index].references
	reference.id == pool.id
}

names(who, pool) if {
	some policy in graph.targets(input.resources[who.kind][who.index], "data.google_iam_policy")
	some reference in policy.references
	reference.id == pool.id
}

# The pool of a provider.
of(provider) := pool if some pool in graph.targets(provider, "google_iam_workload_identity_pool")
