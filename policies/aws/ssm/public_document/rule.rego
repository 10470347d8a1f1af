# METADATA
# title: Systems Manager document is given to everybody
# description: |
#   A document says what Systems Manager does on machines: commands, their order, their parameters. This one can be
#   read and run by every AWS account in the world.
#
#   Such scripts show how machines are set up, and often names and addresses from inside.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Replace `All` in `account_ids` by the numbers of the accounts that need the document.
#   aliases: [CKV_AWS_303]
package policy.aws.ssm.public_document

deny contains {"resource": document.id, "path": ["permissions", "account_ids"], "message": "`account_ids` is `All`"} if {
	some document in input.resources.aws_ssm_document
	lower(sprintf("%v", [document.attributes.permissions.account_ids])) == "all"
}
