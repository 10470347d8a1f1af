# METADATA
# title: Permission to call a function names everybody and rests on the source alone
# description: |
#   A permission says who may call a Lambda function: a service of AWS, an account, a role. This one says everybody
#   (`*`) and leaves it to the source of the call, such as a bucket or a rule of EventBridge, to keep strangers out.
#
#   That holds as long as the source is written and narrow. Where it is dropped or widened later, anybody may call the
#   function. A permission that names the service too is safe either way.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
#   - https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `principal` to the service that calls, such as `events.amazonaws.com` or `s3.amazonaws.com`, and keep
#     `source_arn` and `source_account`.
#   aliases: [CKV_AWS_301]
package policy.aws.lambda.permission_by_source_alone

import data.lib.setting

deny contains {"resource": permission.id, "path": ["principal"], "needs": needs, "message": message} if {
	some permission in input.resources.aws_lambda_permission
	permission.attributes.principal == "*"
	sources := [source |
		some source in ["source_arn", "source_account"]
		source_given(permission, source)
	]
	count(sources) > 0

	# Everybody of an organization can be named in no other way.
	not setting.is_set(permission.attributes, "principal_org_id")
	needs := [{"resource": permission.id, "path": ["principal_org_id"]}]
	message := sprintf("`principal` is `*`, and only %s tells who may call the function", [concat(" with ", [sprintf("`%s`", [source]) | some source in sources])])
}

source_given(permission, source) if setting.is_set(permission.attributes, source)

# One that is not known yet is given all the same.
source_given(permission, source) if [source] in permission.unknown
