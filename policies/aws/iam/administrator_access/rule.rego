# METADATA
# title: AdministratorAccess is attached
# description: |
#   AdministratorAccess is the policy of AWS that allows every action of every service. Whoever gets hold of an
#   identity that has it owns the account.
#
#   Some people have to be administrators. Programs and pipelines hardly ever do, and people not all the time.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Attach policies that allow what is needed. Where people need full rights, let them assume a role for a
#     short time.
#   aliases: [CKV_AWS_274]
package policy.aws.iam.administrator_access

import data.lib.graph
import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": right.evidence,
	"message": message,
} if {
	some who in input.identities
	some right in identity.everything_by_aws(who)
	message := sprintf("%s has a policy of AWS that allows everything", [identity.title(who)])
}

# What attaches the policy has the fault too.
deny contains {
	"resource": attachment.id,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": right.evidence,
	"message": message,
} if {
	some kind, argument in attachments
	some attachment in input.resources[kind]
	may_be_full_access(attachment, argument)
	some reference in attachment.references
	who := by_id[reference.id]
	some right in identity.everything_by_aws(who)
	right.resource == attachment.id
	message := sprintf("%s has a policy of AWS that allows everything", [identity.title(who)])
}

deny contains {
	"resource": attachment.id,
	"path": right.path,
	"by_reference": true,
	"needs": right.needs,
	"evidence": right.evidence,
	"message": message,
} if {
	some attachment in input.resources.aws_iam_role_policy_attachments_exclusive
	some arn in attachment.attributes.policy_arns
	is_full_access(arn)
	some reference in attachment.references
	who := by_id[reference.id]
	some right in identity.everything_by_aws(who)
	right.resource == attachment.id
	message := sprintf("%s has a policy of AWS that allows everything", [identity.title(who)])
}

by_id := {who.id: who |
	some who in input.identities
	who.provider == "aws"
}

may_be_full_access(attachment, argument) if is_full_access(attachment.attributes[argument])

# What is looked up by its name has no known ARN.
may_be_full_access(attachment, argument) if not attachment.attributes[argument]

is_full_access(arn) if endswith(sprintf("%v", [arn]), ":aws:policy/AdministratorAccess")

# For somebody who is made elsewhere.
deny contains {"resource": attachment.id, "path": [argument], "message": "AdministratorAccess allows everything"} if {
	some kind, argument in attachments
	some attachment in input.resources[kind]
	count(owners(attachment)) == 0
	is_full_access(attachment.attributes[argument])
}

deny contains {"resource": attachment.id, "path": ["policy_arns", i], "message": "AdministratorAccess allows everything"} if {
	some attachment in input.resources.aws_iam_role_policy_attachments_exclusive
	count(owners(attachment)) == 0
	some i, arn in attachment.attributes.policy_arns
	is_full_access(arn)
}

attachments := {
	"aws_iam_role_policy_attachment": "policy_arn",
	"aws_iam_user_policy_attachment": "policy_arn",
	"aws_iam_group_policy_attachment": "policy_arn",
	"aws_iam_policy_attachment": "policy_arn",
	"aws_ssoadmin_managed_policy_attachment": "managed_policy_arn",
}

owners(attachment) := [owner |
	some kind in ["aws_iam_role", "aws_iam_user", "aws_iam_group", "aws_ssoadmin_permission_set"]
	some owner in graph.targets(attachment, kind)
]
