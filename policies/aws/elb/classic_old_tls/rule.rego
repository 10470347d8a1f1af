# METADATA
# title: Classic load balancer takes old versions of TLS
# description: |
#   TLS encrypts what goes between browsers and the load balancer. SSL 3.0 and TLS 1.0 and 1.1 have known flaws
#   and are given up by all browsers; a listener that still takes them can be talked into them by somebody on the
#   way.
#
#   A classic load balancer has a policy for it: either the name of one of AWS' own, or a list of what it takes.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-options.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `Reference-Security-Policy` to `ELBSecurityPolicy-TLS-1-2-2017-01`, or `Protocol-TLSv1.2` to `true`
#     and no other protocol.
#   aliases: [CKV_AWS_213]
package policy.aws.elb.classic_old_tls

import data.lib.attribute

deny contains {"resource": policy.id, "path": [block, i, "value"], "message": message} if {
	some kind, block in {
		"aws_load_balancer_policy": "policy_attribute",
		"aws_lb_ssl_negotiation_policy": "attribute",
	}
	some policy in input.resources[kind]
	object.get(policy.attributes, "policy_type_name", negotiation) == negotiation
	some i, field in policy.attributes[block]
	message := fault(field)
}

negotiation := "SSLNegotiationPolicyType"

fault(field) := sprintf("The policy takes %s", [trim_prefix(field.name, "Protocol-")]) if {
	field.name in {"Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"}
	attribute.is_true(field.value)
}

# Of AWS' own policies, those of 2017 for TLS 1.2 are the only ones that take nothing older.
fault(field) := sprintf("The policy is `%s`, which takes TLS 1.0 or 1.1", [field.value]) if {
	field.name == "Reference-Security-Policy"
	startswith(field.value, "ELBSecurityPolicy-")
	not contains(field.value, "TLS-1-2-")
}
