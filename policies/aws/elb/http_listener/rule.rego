# METADATA
# title: Load balancer takes requests without encryption
# description: |
#   A listener for plain HTTP sends pages, cookies and passwords in a form that everyone on the way can read and
#   change. Browsers that come to it should be sent on to HTTPS.
#
#   On the internet this is reported by the rule about what the internet reaches; inside a network it takes somebody
#   who is in that network already.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `protocol` to `HTTPS` with a certificate, or make the listener's `default_action` a `redirect` to `HTTPS`.
#   aliases: [CKV_AWS_2, CKV_AWS_103, CKV2_AWS_20, AWS-0054, AC_AWS_0491]
#   partial_aliases: [CKV_AWS_103]
package policy.aws.elb.http_listener

import data.lib.attribute
import data.lib.graph

# The load balancer has the fault too, where it is in the configuration.
deny contains {
	"resource": resource,
	"at": listener.id,
	"path": ["protocol"],
	"needs": attribute.unknown_in(listener, ["default_action"], ["type", "redirect", "protocol"]),
	"message": sprintf("The listener's `protocol` is %s, and it does not redirect to HTTPS", [protocol]),
} if {
	some kind in {"aws_lb_listener", "aws_alb_listener"}
	some listener in input.resources[kind]
	protocol := plain(listener.attributes)
	not redirects(listener.attributes)
	some resource in array.concat([listener.id], [balancer.id | some balancer in balancers(listener)])
}

plain(attributes) := "`HTTP`" if attributes.protocol == "HTTP"

# So it is for application load balancers. Of the others, network ones need a protocol and gateways have no port.
plain(attributes) := "not set, and the default is `HTTP`" if {
	not "protocol" in object.keys(attributes)
	"port" in object.keys(attributes)
}

redirects(attributes) if {
	some action in attributes.default_action
	action.type == "redirect"
	some redirect in action.redirect
	upper(sprintf("%v", [object.get(redirect, "protocol", "#{protocol}")])) == "HTTPS"
}

balancers(listener) := array.concat(
	graph.targets_via(listener, "aws_lb", "load_balancer_arn"),
	graph.targets_via(listener, "aws_alb", "load_balancer_arn"),
)
