# METADATA
# title: Key that is looked up is one that AWS keeps
# description: |
#   An alias that begins with `alias/aws/` names a key that AWS has made for a service in this account. Whatever is
#   encrypted with it is encrypted, but the key's policy cannot be changed: everyone may use it who may use the service,
#   no other account can be let in, and it cannot be withdrawn.
#
#   A key of one's own costs a little for each key. Where one is asked for, giving the key of AWS by its number only
#   looks like it.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
#   - https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#customer-mgn-key
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   written: ["*"]
#   remediation: >-
#     Make an `aws_kms_key`, with a policy that says who may use it, and give its ARN.
package policy.aws.kms.key_of_aws

import data.lib.kms

deny contains {
	"resource": lookup.id,
	"at": reference.id,
	"path": reference.via,
	"by_reference": true,
	"evidence": [{"resource": lookup.id, "path": [argument], "note": "the key is looked up here"}],
	"message": message,
} if {
	some kind, argument in {"data.aws_kms_alias": "name", "data.aws_kms_key": "key_id"}
	some lookup in input.resources[kind]
	kms.of_aws(lookup.attributes[argument])
	some reference in lookup.referred_by
	names_key(reference.via)
	message := sprintf("The key is `%s`, which AWS keeps for the account", [lookup.attributes[argument]])
}

# Policies name keys to say who may use them. That is no choice of a key.
names_key(path) if {
	steps := [step | some step in path; is_string(step)]
	last := steps[count(steps) - 1]
	regex.match(`kms|(^|_)encryption_key(_arn|_id)?$|^(cmk_arn|customer_managed_key(_arn)?|key_(arn|id))$`, last)
}
