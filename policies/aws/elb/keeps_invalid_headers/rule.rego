# METADATA
# title: Load balancer passes malformed headers on
# description: |
#   An application load balancer passes header fields whose names are not valid HTTP on to the servers behind it,
#   unless it is told not to. Where the two read a request differently, somebody can hide a second request in the
#   first (request smuggling).
#
#   Dropping such fields costs nothing; few programs send them on purpose.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `drop_invalid_header_fields` to `true`.
#   aliases: [CKV_AWS_131, AWS-0052]
package policy.aws.elb.keeps_invalid_headers

import data.lib.setting

deny contains {
	"resource": balancer.id,
	"path": ["drop_invalid_header_fields"],
	"needs": [{"resource": balancer.id, "path": ["load_balancer_type"]}],
	"message": message,
} if {
	some kind in {"aws_lb", "aws_alb"}
	some balancer in input.resources[kind]
	object.get(balancer.attributes, "load_balancer_type", "application") == "application"
	message := setting.off(balancer.attributes, "drop_invalid_header_fields")
}
