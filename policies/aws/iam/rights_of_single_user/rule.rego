# METADATA
# title: Rights are given to a single user
# description: |
#   This policy belongs to one IAM user. Where rights are handed out person by person, nobody sees who has which, and
#   those of people who have left or changed places stay.
#
#   A group or a role says what the rights are for, and is given and taken as a whole.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Attach the policy to an `aws_iam_group` that the user is a member of, or to a role.
#   aliases: [CKV_AWS_40, AWS-0143, AC_AWS_0475, AC_AWS_0476]
#   compliance: {cis-aws-1.5: ["1.15"]}
package policy.aws.iam.rights_of_single_user

import data.lib.setting

# Whoever it is: there is one.
deny contains {"resource": policy.id, "path": ["user"], "by_reference": true, "message": "The policy is given to a user"} if {
	some kind in {"aws_iam_user_policy", "aws_iam_user_policy_attachment"}
	some policy in input.resources[kind]
}

deny contains {"resource": attachment.id, "path": ["users"], "message": "The policy is given to users"} if {
	some attachment in input.resources.aws_iam_policy_attachment
	setting.is_set(attachment.attributes, "users")
}
