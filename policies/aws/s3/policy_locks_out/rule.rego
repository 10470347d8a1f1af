# METADATA
# title: S3 bucket policy refuses everything to everybody
# description: |
#   A refusal in a policy wins over everything that allows. This one refuses all actions of S3 to everybody, without a
#   condition that lets anyone through, so nobody can use the bucket or mend its policy.
#
#   Only the root user of the account can then delete the policy.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Add a condition that leaves out who has to get in, such as `aws:PrincipalArn`, or list the actions that are to
#     be refused.
#   aliases: [CKV_AWS_93]
package policy.aws.s3.policy_locks_out

import data.lib.iam
import data.lib.resource_policy

deny contains {
	"resource": holder.id,
	"path": array.concat(["policy"], array.concat(statement.path, ["Effect"])),
	"needs": [{"resource": holder.id, "path": array.concat(["policy"], array.concat(statement.path, ["Condition"]))}],
	"message": "The statement refuses every action to everybody",
} if {
	some kind in {"aws_s3_bucket_policy", "aws_s3_bucket"}
	some holder in input.resources[kind]
	some statement in iam.statements(holder.attributes.policy)
	statement.body.Effect == "Deny"
	not statement.body.NotPrincipal
	count(resource_policy.everybody(statement.body)) > 0
	not statement.body.Condition
	refuses_everything(statement.body.Action)
}

refuses_everything(actions) if is_everything(actions)

refuses_everything(actions) if {
	is_array(actions)
	some action in actions
	is_everything(action)
}

is_everything(action) if {
	is_string(action)
	lower(action) in {"*", "s3:*"}
}
