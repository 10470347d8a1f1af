# METADATA
# title: VPC has no flow log
# description: |
#   A flow log records who connected to whom in a network: addresses, ports, how much, and whether a firewall let it
#   through. After an incident it is often the only sign of what was reached and what was taken.
#
#   It costs money by the amount of traffic, and is kept where CloudWatch, S3 or Firehose puts it.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add an `aws_flow_log` whose `vpc_id` is this network's `id`.
#   aliases: [CKV2_AWS_11, AWS-0178, AC_AWS_0369]
#   compliance: {cis-aws-1.5: ["3.9"]}
package policy.aws.vpc.without_flow_log

import data.lib.graph

deny contains {
	"resource": vpc.id,
	"path": [],
	"needs": graph.unresolved(vpc, "aws_flow_log", "vpc_id"),
	"message": "No `aws_flow_log` is set on the network",
	"missing": "aws_flow_log",
} if {
	some kind in {"aws_vpc", "aws_default_vpc"}
	some vpc in input.resources[kind]
	count(graph.referrers_via(vpc, "aws_flow_log", "vpc_id")) == 0
}
