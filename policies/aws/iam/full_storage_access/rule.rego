# METADATA
# title: IAM policy allows everything in every S3 bucket
# description: |
#   S3 holds the files of an account, in buckets: customer data, backups, logs, the state of Terraform with its
#   passwords. Who has this policy may read, change and delete all of it, and make buckets public.
#
#   A program works with one bucket or a few, whose names are known when its policy is written.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the buckets in `Resource` and list the actions that are needed; attach no AmazonS3FullAccess.
#   written: [policy_arn, managed_policy_arn, managed_policy_arns]
#   aliases: [AWS-0345, AWS-0057]
package policy.aws.iam.full_storage_access

import data.lib.policy_statement

deny contains {
	"resource": statement.resource,
	"path": action.path,
	"needs": statement.needs,
	"message": "The statement allows every action of S3 in every bucket",
} if {
	some statement in policy_statement.allowed
	true in {statement.everything, statement.every_bucket}
	not statement.conditional
	some action in statement.actions
	action.name in {"s3:*", "s3*"}
	not statement.resource in of_stronger
}

# Policies whose holders may do more than that in any case, which other rules report.
of_stronger := {id | some id in held_by_stronger; not id in held_by_ordinary}

held_by_stronger := {grant.resource |
	some who in input.identities
	who.power != "ordinary"
	some grant in who.grants
}

held_by_ordinary := {grant.resource |
	some who in input.identities
	who.power == "ordinary"
	some grant in who.grants
}

deny contains {
	"resource": attachment.id,
	"path": [argument],
	"message": "AmazonS3FullAccess allows every action of S3 in every bucket",
} if {
	some kind, argument in attachments
	some attachment in input.resources[kind]
	not names_own_policy(attachment, argument)
	is_full_access(attachment.attributes[argument])
}

# The ARN of a policy that is made here is not that of one of AWS.
names_own_policy(attachment, argument) if {
	some reference in attachment.references
	reference.kind == "aws_iam_policy"
	reference.via == [argument]
}

# The ARN of a policy that is looked up by its name is not known.
deny contains {
	"resource": policy.id,
	"path": ["name"],
	"message": "AmazonS3FullAccess allows every action of S3 in every bucket",
} if {
	some policy in input.resources["data.aws_iam_policy"]
	policy.attributes.name == "AmazonS3FullAccess"
	some reference in policy.referred_by
	attachments[reference.kind] == reference.via[0]
}

attachments := {
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_iam_user_policy_attachment": "policy_arn",
	"aws_iam_group_policy_attachment": "policy_arn",
	"aws_iam_policy_attachment": "policy_arn",
	"aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}

deny contains {
	"resource": role.id,
	"path": ["managed_policy_arns", i],
	"message": "AmazonS3FullAccess allows every action of S3 in every bucket",
} if {
	some role in input.resources.aws_iam_role
	some i, arn in role.attributes.managed_policy_arns
	is_full_access(arn)
}

is_full_access(arn) if endswith(sprintf("%v", [arn]), ":aws:policy/AmazonS3FullAccess")
