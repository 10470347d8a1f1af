# METADATA
# title: IAM policy lets all files, parameters or secrets be read
# description: |
#   The policy allows reading the files of every S3 bucket, every parameter or every secret of the account. A program
#   that is broken into hands over not its own data but everybody's.
#
#   What a program reads is known when its policy is written, at least by a prefix of its name.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Name the buckets, parameters and secrets that are read in `Resource`.
#   aliases: [CKV_AWS_288, CKV_AWS_108]
package policy.aws.iam.reads_all_data

import data.lib.policy_statement

deny contains {
	"resource": statement.resource,
	"path": statement.every,
	"needs": statement.needs,
	"message": sprintf("The statement allows %s on every resource", [policy_statement.listed(actions)]),
} if {
	some statement in policy_statement.allowed
	statement.everything
	not statement.conditional
	actions := [action.written | some action in statement.actions; policy_statement.stands_for(action.name, reading)]
	count(actions) > 0
}

reading := {
	"s3:getobject",
	"ssm:getparameter",
	"ssm:getparameters",
	"ssm:getparametersbypath",
	"secretsmanager:getsecretvalue",
	"secretsmanager:batchgetsecretvalue",
}
