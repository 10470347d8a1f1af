# METADATA
# title: Load balancer takes and sends on requests without encryption
# description: |
#   Requests come to the servers behind the load balancer in plain form, and nothing shows that browsers reach the load
#   balancer itself with encryption. Whoever is on the way can read and change them, passwords and cookies included.
#
#   The load balancer does not check the servers' certificates, so self-signed ones are enough.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Put a listener with `protocol = "HTTPS"` in front; to encrypt the rest of the way too, set `protocol` to `HTTPS`
#     here and let the servers answer with TLS.
#   aliases: [CKV_AWS_378, AC_AWS_0492]
package policy.aws.elb.http_target_group

import data.lib.graph

deny contains {
	"resource": group.id,
	"path": ["protocol"],
	"needs": array.concat(
		[{"resource": listener.id, "path": ["protocol"]} | some listener in listeners(group)],
		[need |
			some sending, argument in senders
			some need in graph.unresolved(group, sending, argument)
			leads(need.path)
		],
	),
	"message": "`protocol` is `HTTP`, and no listener for HTTPS is in front",
} if {
	some kind in {"aws_lb_target_group", "aws_alb_target_group"}
	some group in input.resources[kind]
	group.attributes.protocol == "HTTP"
	encrypted := [listener | some listener in listeners(group); listener.attributes.protocol in {"HTTPS", "TLS"}]
	count(encrypted) == 0
}

# What may send to the group, and the argument that says so.
senders := {
	"aws_lb_listener": "default_action",
	"aws_alb_listener": "default_action",
	"aws_lb_listener_rule": "action",
	"aws_alb_listener_rule": "action",
}

# Whether what is unknown may hold the group, and not only say how an action redirects or answers.
leads(path) if {
	others := {step | some step in path; is_string(step)} - {"default_action", "action", "target_group_arn", "forward", "target_group", "arn"}
	count(others) == 0
}

# Those that send to the group, by themselves or by a rule.
listeners(group) := [listener |
	some kind in ["aws_lb_listener", "aws_alb_listener"]
	some listener in array.concat(
		graph.referrers_via(group, kind, "default_action"),
		[sender |
			some rule_kind in ["aws_lb_listener_rule", "aws_alb_listener_rule"]
			some rule in graph.referrers_via(group, rule_kind, "action")
			some sender in graph.targets_via(rule, kind, "listener_arn")
		],
	)
]
