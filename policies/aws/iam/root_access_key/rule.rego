# METADATA
# title: Access key is made for the user root
# description: |
#   The root user of an AWS account can do everything in it, and nothing can be taken away from it. A permanent key
#   for it, which works without a second factor from anywhere, is the account for whoever finds the key.
#
#   A key for an IAM user that is merely called `root` is no better: it looks like the real one in every log.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove the key. Use a role, or an IAM user with the rights that are needed and a name that says what it is for.
#   aliases: [CKV_AWS_348, AWS-0141, AC_AWS_0132]
#   compliance: {cis-aws-1.5: ["1.4"]}
package policy.aws.iam.root_access_key

deny contains {"resource": key.id, "path": ["user"], "needs": needs, "message": message} if {
	some key in input.resources.aws_iam_access_key
	key.attributes.user in {"root", "<root_account>"}
	object.get(key.attributes, "status", "Active") == "Active"
	needs := [{"resource": key.id, "path": ["status"]}]
	message := sprintf("The key is for the user `%s`", [key.attributes.user])
}
