# METADATA
# title: Load balancer passes ambiguous requests on
# description: |
#   An HTTP request can be written so that the load balancer and the server behind it disagree about where it
#   ends. Somebody who sends such requests has the rest of theirs taken as the beginning of a stranger's request
#   (request smuggling), which steals sessions and poisons caches.
#
#   Load balancers watch for that. In the mode `monitor` they only count such requests; the default, `defensive`,
#   stops those that are known to do harm.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#desync-mitigation-mode
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `desync_mitigation_mode`, or set it to `defensive` or `strictest`.
#   aliases: [CKV_AWS_328]
package policy.aws.elb.passes_ambiguous_requests

deny contains {"resource": balancer.id, "path": ["desync_mitigation_mode"], "message": message} if {
	some kind in {"aws_lb", "aws_alb", "aws_elb"}
	some balancer in input.resources[kind]
	balancer.attributes.desync_mitigation_mode == "monitor"
	message := "`desync_mitigation_mode` is `monitor`, which lets ambiguous requests through"
}
