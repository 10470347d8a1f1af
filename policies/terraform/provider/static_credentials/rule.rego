# METADATA
# title: Credential is written in a provider block
# description: |
#   Terraform shows a credential to each service that it changes something in. Written into the code it is known to
#   everyone who may read the repository, now or in its history, and it has most often all the rights that Terraform
#   needs.
# related_resources:
#   - https://developer.hashicorp.com/terraform/language/providers/configuration
#   - https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   written: ["*"]
#   remediation: >-
#     Leave the argument out and give the credential in the environment variable that the provider reads, or take it
#     from a sensitive variable without a default. Revoke the one that was written.
package policy.terraform.provider.static_credentials

import data.lib.literal

deny contains {
	"resource": configuration.id,
	"path": [name],
	"message": sprintf("`%s` of the provider is written in the code", [name]),
} if {
	some kind, names in issued
	some configuration in input.resources[kind]
	some name in names
	literal.issued(configuration.attributes[name])
}

deny contains {
	"resource": configuration.id,
	"path": ["password"],
	"message": "`password` of the provider is written in the code",
} if {
	some configuration in input.resources["provider.kubernetes"]
	literal.chosen(configuration.attributes.password)
}

deny contains {
	"resource": configuration.id,
	"path": path,
	"message": sprintf("`%s` of the provider is written in the code", [path[count(path) - 1]]),
} if {
	some configuration in input.resources["provider.helm"]
	some path in written_in_helm(configuration.attributes)
}

# A file of keys, or its text: the provider takes both.
deny contains {
	"resource": configuration.id,
	"path": ["credentials", secret],
	"message": sprintf("`credentials` of the provider holds `%s`, which is written in the repository", [secret]),
} if {
	some kind in ["provider.google", "provider.google-beta"]
	some configuration in input.resources[kind]
	some secret in ["private_key", "refresh_token"]
	literal.issued(configuration.attributes.credentials[secret])
}

deny contains {
	"resource": configuration.id,
	"path": ["app_auth", at, "pem_file"],
	"message": "`pem_file` of the provider is written in the code",
} if {
	some configuration in input.resources["provider.github"]
	some at, block in configuration.attributes.app_auth
	literal.issued(block.pem_file)
}

deny contains {
	"resource": configuration.id,
	"path": path,
	"message": sprintf("`%s` of the provider is written in the code", [path[2]]),
} if {
	some configuration in input.resources["provider.vault"]
	some path in written_in_logins(configuration.attributes)
}

# Arguments that hold what a service has issued.
issued := {
	"provider.azuread": ["client_secret", "oidc_token"],
	"provider.azurerm": ["client_secret", "oidc_token"],
	"provider.cloudflare": ["api_key", "api_token", "api_user_service_key"],
	"provider.consul": ["token"],
	"provider.datadog": ["api_key", "app_key", "aws_secret_access_key"],
	"provider.digitalocean": ["token", "spaces_secret_key"],
	"provider.github": ["token"],
	"provider.gitlab": ["token"],
	"provider.google": ["access_token"],
	"provider.google-beta": ["access_token"],
	"provider.kubernetes": ["client_key", "token"],
	"provider.mongodbatlas": ["aws_secret_access_key", "private_key"],
	"provider.newrelic": ["admin_api_key", "api_key"],
	"provider.nomad": ["secret_id"],
	"provider.tfe": ["token"],
	"provider.vault": ["token"],
}

written_in_logins(attributes) := array.concat(
	[["auth_login_aws", at, "aws_secret_access_key"] |
		some at, block in attributes.auth_login_aws
		literal.chosen(block.aws_secret_access_key)
	],
	[[name, at, "password"] |
		some name in ["auth_login_radius", "auth_login_userpass"]
		some at, block in attributes[name]
		literal.chosen(block.password)
	],
)

written_in_helm(attributes) := array.concat(
	[array.concat(cluster.path, [name]) |
		some cluster in clusters(attributes)
		some name in ["client_key", "token"]
		literal.issued(cluster.body[name])
	],
	array.concat(
		[array.concat(cluster.path, ["password"]) |
			some cluster in clusters(attributes)
			literal.chosen(cluster.body.password)
		],
		[[list, at, "password"] |
			some list in ["registry", "registries"]
			some at, registry in attributes[list]
			literal.chosen(registry.password)
		],
	),
)

# The cluster is a block in version 2 of the provider and an argument in version 3.
clusters(attributes) := [{"path": ["kubernetes"], "body": attributes.kubernetes}] if is_object(attributes.kubernetes)

clusters(attributes) := [{"path": ["kubernetes", at], "body": body} | some at, body in attributes.kubernetes] if {
	is_array(attributes.kubernetes)
}

clusters(attributes) := [] if not "kubernetes" in object.keys(attributes)
