# METADATA
# title: Lambda function runs outside the account's own networks
# description: |
#   A function without a network of its own reaches the whole internet, and what it reaches cannot be limited by
#   security groups or seen in flow logs. It also cannot reach what has no public address.
#
#   A function that only talks to services of AWS is well off so; inside a network it needs endpoints or a NAT
#   gateway, which cost money.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a `vpc_config` with private subnets and a security group.
#   aliases: [CKV_AWS_117, AC_AWS_0486]
package policy.aws.lambda.outside_network

import data.lib.setting

deny contains {"resource": function.id, "path": ["vpc_config"], "message": message} if {
	some function in input.resources.aws_lambda_function
	message := setting.missing(function.attributes, "vpc_config")
}
