# METADATA
# title: Function may use up all concurrent runs of the account
# description: |
#   All functions of an account in a region share a number of concurrent runs. One that is called in a loop, or by
#   an attacker, takes them from all the others, and each run is paid for. A function with a number of its own
#   stops there.
#
#   The number is taken from what is left for the rest, so it is a choice for each function.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `reserved_concurrent_executions` to what the function needs at most.
#   aliases: [CKV_AWS_115]
package policy.aws.lambda.without_concurrency_limit

import data.lib.attribute
import data.lib.setting

deny contains {"resource": function.id, "path": ["reserved_concurrent_executions"], "message": message} if {
	some function in input.resources.aws_lambda_function
	message := setting.missing(function.attributes, "reserved_concurrent_executions")
}

deny contains {"resource": function.id, "path": ["reserved_concurrent_executions"], "message": message} if {
	some function in input.resources.aws_lambda_function
	attribute.number(function.attributes.reserved_concurrent_executions) == -1
	message := "`reserved_concurrent_executions` is -1, which is no limit"
}
