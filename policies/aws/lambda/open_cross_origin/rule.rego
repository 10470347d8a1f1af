# METADATA
# title: Address of a function may be called by scripts of every website
# description: |
#   A browser lets the script of one website call another only if that other one agrees. The address of this
#   function agrees to every website and every method. Where callers are told apart by what their browser sends
#   along, or by being inside a network, any page that they open can call the function for them.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     List in `allow_origins` of `cors` the websites that call the function, and in `allow_methods` what they
#     use.
#   aliases: [CKV2_AWS_75]
package policy.aws.lambda.open_cross_origin

deny contains {"resource": address.id, "path": ["cors", i, "allow_origins", j], "message": message} if {
	some address in input.resources.aws_lambda_function_url
	some i, cors in address.attributes.cors
	some j, origin in cors.allow_origins
	origin == "*"
	"*" in cors.allow_methods
	message := "`allow_origins` and `allow_methods` are `*`"
}
