# METADATA
# title: DynamoDB table has a fixed capacity that nothing changes
# description: |
#   A table with provisioned capacity takes so many reads and writes a second and refuses the rest. Unless something
#   changes the capacity with the load, the table either refuses requests at times, or costs more than it needs to
#   at others.
#
#   On-demand capacity needs no such care.
# related_resources:
#   - https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add an `aws_appautoscaling_target` and an `aws_appautoscaling_policy` for the table, or set `billing_mode` to
#     `PAY_PER_REQUEST`.
#   aliases: [CKV2_AWS_16]
package policy.aws.dynamodb.fixed_capacity

import data.lib.graph

deny contains {"resource": table.id, "path": ["billing_mode"], "needs": needs, "message": message} if {
	some table in input.resources.aws_dynamodb_table
	object.get(table.attributes, "billing_mode", "PROVISIONED") == "PROVISIONED"
	not is_scaled(table)
	needs := array.concat(
		graph.unresolved(table, "aws_appautoscaling_target", "resource_id"),
		graph.unresolved(table, "aws_appautoscaling_policy", "resource_id"),
	)
	message := "The capacity is provisioned, and no `aws_appautoscaling_policy` changes it"
}

# A policy names the table, or the target that does.
is_scaled(table) if graph.referrers_via(table, "aws_appautoscaling_policy", "resource_id") != []

is_scaled(table) if {
	some target in graph.referrers_via(table, "aws_appautoscaling_target", "resource_id")
	graph.referrers_via(target, "aws_appautoscaling_policy", "resource_id") != []
}
