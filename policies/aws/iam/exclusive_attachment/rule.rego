# METADATA
# title: Policy is taken from everybody else in the account
# description: |
#   An `aws_iam_policy_attachment` is the whole list of those who have the policy: when it is applied, every other role,
#   user and group of the account loses it, also those that another configuration, another attachment here or AWS
#   itself has given it to.
#
#   Of a policy of AWS, which anybody may use, that stops what has nothing to do with this configuration. Two
#   attachments of one policy take it from each other each time they are applied.
# related_resources:
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_policy_attachment
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: none}
#   profiles: [default, reliability]
#   written: [policy_arn]
#   remediation: >-
#     Use an `aws_iam_role_policy_attachment`, `aws_iam_user_policy_attachment` or `aws_iam_group_policy_attachment` for
#     each who is to have the policy: these leave the others alone.
package policy.aws.iam.exclusive_attachment

import data.lib.graph

deny contains {"resource": attachment.id, "path": ["policy_arn"], "message": message} if {
	some attachment in input.resources.aws_iam_policy_attachment
	parts := split(attachment.attributes.policy_arn, ":")
	parts[4] == "aws"
	message := sprintf("All others in the account lose `%s`, a policy of AWS", [trim_prefix(parts[5], "policy/")])
}

deny contains {
	"resource": attachment.id,
	"path": ["policy_arn"],
	"by_reference": true,
	"evidence": [{"resource": other.id, "path": ["policy_arn"], "note": "gives the policy, too"} | some other in others],
	"message": "The policy is taken from those that another attachment gives it to",
} if {
	some attachment in input.resources.aws_iam_policy_attachment
	some policy in graph.targets_via(attachment, "aws_iam_policy", "policy_arn")
	others := [other |
		some kind in [
			"aws_iam_group_policy_attachment", "aws_iam_policy_attachment", "aws_iam_role_policy_attachment",
			"aws_iam_user_policy_attachment",
		]
		some other in graph.referrers_via(policy, kind, "policy_arn")
		other.id != attachment.id
	]
	count(others) > 0
}
