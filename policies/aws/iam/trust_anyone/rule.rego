# METADATA
# title: Anybody with an AWS account may act as the role
# description: |
#   The trust policy of a role says who may act as it. With the principal `*` and no condition, it is everybody
#   who has an account of AWS, which takes a minute to get.
#
#   The ARN of a role is no secret: it stands in logs, documents and error messages, and can be guessed from an
#   account's number.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name in `Principal` the accounts, roles or services that need the role. Where a whole organisation needs
#     it, add the condition `aws:PrincipalOrgID`.
#   aliases: [CKV_AWS_60]
package policy.aws.iam.trust_anyone

deny contains {
	"resource": who.id,
	"at": trust.resource,
	"path": trust.path,
	"by_reference": true,
	"needs": trust.needs,
	"message": message,
} if {
	some who in input.identities
	some trust in who.trust
	trust.principal in {"*", "arn:aws:iam::*:root"}
	trust.principal_type in {"*", "AWS"}
	every condition in trust.conditions {
		lower(condition.key) in keeps_nobody_out
	}
	message := "The role trusts every AWS account (`*`)"
}

# Keys of conditions that strangers can meet.
keeps_nobody_out := {
	"aws:multifactorauthage", "aws:multifactorauthpresent", "aws:principaltype", "aws:requestedregion",
	"aws:securetransport", "aws:useragent", "sts:rolesessionname",
}
