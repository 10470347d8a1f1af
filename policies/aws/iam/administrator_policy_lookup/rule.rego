# METADATA
# title: Configuration looks up a policy that makes an administrator
# description: |
#   AdministratorAccess is the policy of AWS that allows every action of every service, and IAMFullAccess the one that
#   allows everything in IAM, with which one gives oneself the rest. Looking such a policy up only reads its text and
#   its ARN, but the one reason to do so is to give it to somebody.
#
#   Whoever gets hold of an identity that has it owns the account.
# related_resources:
#   - https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Write a policy that allows what is needed, and attach that.
#   aliases: [CKV_AWS_275, CKV2_AWS_56]
package policy.aws.iam.administrator_policy_lookup

deny contains {"resource": lookup.id, "path": [argument], "message": message} if {
	some lookup in input.resources["data.aws_iam_policy"]
	some argument in {"name", "arn"}
	some policy in ["AdministratorAccess", "IAMFullAccess"]
	names(lookup.attributes[argument], policy)
	message := sprintf("%s is looked up", [policy])
}

names(value, policy) if value == policy

names(value, policy) if endswith(sprintf("%v", [value]), concat("", [":aws:policy/", policy]))
