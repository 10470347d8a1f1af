# METADATA
# title: Load balancer serves the internet without TLS
# description: |
#   The internet reaches this load balancer, and one of its listeners takes requests in plain HTTP and hands them on
#   instead of sending the caller to HTTPS.
#
#   Whoever stands in between, in a wireless network or at a provider, reads passwords and session cookies and changes
#   what is delivered.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the listener the protocol `HTTPS` with a `certificate_arn`, and let the one on port 80 redirect to it by a
#     `default_action` of type `redirect`.
package policy.aws.exposure.plain_http

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": listener.id,
	"path": ["protocol"],
	"needs": array.concat(reached.unknown, [{"resource": listener.id, "path": ["default_action", i, "type"]}]),
	"evidence": reached.stations,
	"message": "The internet reaches the load balancer, and this listener hands on what it takes in plain HTTP",
} if {
	some kind in ["aws_lb", "aws_alb"]
	some reached in exposure.of_kind(kind)
	balancer := input.resources[kind][reached.index]
	some reference in balancer.referred_by
	reference.kind in {"aws_lb_listener", "aws_alb_listener"}
	reference.via[0] == "load_balancer_arn"
	listener := input.resources[reference.kind][reference.index]
	upper(object.get(listener.attributes, "protocol", "HTTP")) == "HTTP"
	is_application(balancer)
	some i, action in listener.attributes.default_action
	action.type == "forward"
}

is_application(balancer) if object.get(balancer.attributes, "load_balancer_type", "application") == "application"
