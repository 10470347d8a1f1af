# METADATA
# title: Identity may write the tags that its rights depend on
# description: |
#   A right can be held to resources that carry a tag. That is worth as much as the right to write tags: who may
#   put the tag on any machine, role or user puts it there first, and then uses the right.
#
#   Here one identity has both: the right to run commands, log in, assume or pass where a tag is set, and the
#   right to set tags everywhere.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Hold the right to write tags by the condition `aws:TagKeys` to tags that no right depends on, or to
#     resources that are just being made (`ec2:CreateAction`).
package policy.aws.iam.rights_behind_writable_tags

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": writing.resource,
	"path": writing.path,
	"by_reference": true,
	"needs": array.concat(array.concat(writing.needs, right.needs), [need |
		some other in whatever_the_tags(who, right.action)
		some need in other.needs
	]),
	"evidence": array.concat(identity.evidence([writing]), [{
		"resource": right.resource,
		"path": right.path,
		"note": sprintf("allows %s where a tag is set", [right.action]),
	}]),
	"message": message,
} if {
	some who in input.identities
	some tags, actions in depending
	some writing in identity.anywhere(who, [tags])
	some action in actions
	some right in who.permissions[action]
	count(right.tags) > 0
	every other in whatever_the_tags(who, right.action) {
		count(other.needs) > 0
	}
	message := sprintf("%s may set the tags (%s) that its right %s depends on (%s)", [
		identity.title(who),
		identity.shown(writing),
		right.action,
		concat(", ", right.tags),
	])
}

# By the action that writes tags, the actions that may be held to what carries them.
depending := {
	"ec2:CreateTags": [
		"ssm:SendCommand", "ssm:StartSession", "ec2-instance-connect:SendSSHPublicKey", "ec2:ModifyInstanceAttribute",
		"ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation",
	],
	"iam:TagRole": ["sts:AssumeRole", "iam:PassRole", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"],
	"iam:TagUser": ["iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:AttachUserPolicy", "iam:PutUserPolicy"],
}

# Rights to the same everywhere: with one of them, the tags keep nobody out.
whatever_the_tags(who, action) := [right |
	some right in identity.all(who, [action])
	right.anywhere
]
