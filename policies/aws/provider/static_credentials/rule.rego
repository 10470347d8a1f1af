# METADATA
# title: Access key of AWS is written in a provider block
# description: |
#   Terraform needs credentials to work in an AWS account. Written into the code they are known to everyone who may
#   read the repository, now or in its history, and they have most often all the rights that Terraform needs.
#
#   Access keys do not expire, so one that was read once can be used until somebody takes it away.
# related_resources:
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   written: [secret_key, token, access_key]
#   remediation: >-
#     Remove `access_key`, `secret_key` and `token`: the provider finds credentials in the environment, in a profile or
#     in the role of the machine, and `assume_role` takes it into other accounts. Take the written key away in IAM.
#   aliases: [CKV_AWS_41]
package policy.aws.provider.static_credentials

import data.lib.attribute
import data.lib.literal

deny contains {
	"resource": configuration.id,
	"path": [names[0]],
	"needs": array.concat(
		attribute.unknown_below(configuration, ["endpoints"]),
		[{"resource": configuration.id, "path": [name]} | some name in before[names[0]]],
	),
	"evidence": [{"resource": configuration.id, "path": [name], "note": "belongs to it"} |
		some name in array.slice(names, 1, count(names))
	],
	"message": sprintf("`%s` is written in the code", [names[0]]),
} if {
	some configuration in input.resources["provider.aws"]
	not is_local(configuration.attributes)
	names := [name |
		some name in ["secret_key", "token", "access_key"]
		is_real(name, configuration.attributes[name])
	]
	count(names) > 0
}

# What would be reported instead, were it known. The name of a key lets nobody in without the key.
before := {"secret_key": [], "token": ["secret_key"], "access_key": ["secret_key", "token"]}

is_real("access_key", text) if regex.match(`^A[KS]IA[A-Z0-9]{12,}$`, text)

is_real("secret_key", text) if regex.match(`^[A-Za-z0-9/+=]{40}$`, text)

is_real("token", text) if literal.issued(text)

# A substitute of AWS on the same machine takes any key.
is_local(attributes) if {
	some block in attributes.endpoints
	some address in block
	regex.match(`^https?://([a-z0-9.-]*localhost|127[0-9.]+|[a-z0-9.-]*localstack[a-z0-9.-]*|host\.docker\.internal)([:/]|$)`, address)
}
