# METADATA
# title: Configuration looks up the policy AdministratorAccess
# description: |
#   AdministratorAccess is the policy of AWS that allows every action of every service. Looking it up only reads its
#   text and its ARN, but the one reason to do so is to give it to somebody.
#
#   Whoever gets hold of an identity that has it owns the account.
# related_resources:
#   - https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
# custom:
#   severity: low
#   profiles: [strict, security]
#   remediation: >-
#     Write a policy that allows what is needed, and attach that.
#   aliases: [CKV_AWS_275]
package policy.aws.iam.administrator_policy_lookup

deny contains {"resource": lookup.id, "path": [argument], "message": "AdministratorAccess is looked up"} if {
	some lookup in input.resources["data.aws_iam_policy"]
	some argument in {"name", "arn"}
	is_administrator(lookup.attributes[argument])
}

is_administrator(value) if value == "AdministratorAccess"

is_administrator(value) if endswith(sprintf("%v", [value]), ":aws:policy/AdministratorAccess")
