# METADATA
# title: Lambda function answers anybody at its URL
# description: |
#   The function has an address of its own, and AWS asks nobody who calls it for credentials. What checks callers, limits
#   their number and keeps attacks away has to be in the function itself.
#
#   Pages and webhooks mean it so. Where the callers are programs of one's own, they can sign their requests instead.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `authorization_type` to `AWS_IAM` and give the callers `lambda:InvokeFunctionUrl`, or put CloudFront with a
#     firewall in front of the URL.
#   aliases: [CKV_AWS_258]
package policy.aws.lambda.url_for_anyone

deny contains {
	"resource": url.id,
	"path": ["authorization_type"],
	"message": "`authorization_type` is `NONE`",
} if {
	some url in input.resources.aws_lambda_function_url
	url.attributes.authorization_type == "NONE"
}
