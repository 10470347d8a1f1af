# METADATA
# title: KMS key may be used by anybody
# description: |
#   A key decides who can read what is encrypted with it: disks, databases, files, secrets. The policy of this one
#   lets anybody with an AWS account use it, so the encryption protects from nobody who gets at the data.
#
#   Where the statement also allows changing the key, strangers can delete it, and with it everything under it.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts or roles in `Principal`, or add the condition `kms:CallerAccount` or `aws:PrincipalOrgID`.
#   aliases: [CKV_AWS_33, AC_AWS_0162, AC_AWS_0482]
package policy.aws.kms.public_policy

import data.lib.attribute
import data.lib.resource_policy

deny contains {
	"resource": holder.id,
	"path": array.concat(["policy"], statement.path),
	"needs": attribute.unknown_below(holder, array.concat(["policy"], array.concat(statement.statement, ["Condition"]))),
	"message": "The statement lets anybody use the key",
} if {
	some kind in {"aws_kms_key", "aws_kms_key_policy"}
	some holder in input.resources[kind]
	some statement in resource_policy.open(holder.attributes.policy)
	not resource_policy.names_somebody(holder, "policy", statement)
}
