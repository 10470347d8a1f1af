# METADATA
# title: Glacier vault may be used by anybody
# description: |
#   A Glacier vault keeps archives: what has to be kept for years, and is often everything there is. The policy of
#   this one lets anybody with an AWS account use it. Who knows its name reads, fills or empties it.
# related_resources:
#   - https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts or roles that use the vault in `Principal`, or add a condition such as `aws:PrincipalOrgID`.
#   aliases: [CKV_AWS_167]
package policy.aws.glacier.public_policy

import data.lib.attribute
import data.lib.resource_policy

deny contains {
	"resource": vault.id,
	"path": array.concat(["access_policy"], statement.path),
	"needs": attribute.unknown_below(vault, array.concat(["access_policy"], array.concat(statement.statement, ["Condition"]))),
	"message": "The statement lets anybody use the vault",
} if {
	some vault in input.resources.aws_glacier_vault
	some statement in resource_policy.open(vault.attributes.access_policy)
	not resource_policy.names_somebody(vault, "access_policy", statement)
}
