# METADATA
# title: Classic load balancer takes weak ciphers
# description: |
#   TLS encrypts what goes between browsers and the load balancer with a cipher that both know. RC4, DES and triple DES
#   have known flaws, those for export were made to be broken, and anonymous ones do not tell who the other end is.
#
#   Somebody on the way talks both ends into such a cipher, and reads or changes what is sent.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-ssl-security-policy.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the attribute out, or set `Reference-Security-Policy` to `ELBSecurityPolicy-TLS-1-2-2017-01` instead of a
#     list of one's own.
package policy.aws.elb.classic_weak_ciphers

import data.lib.attribute

deny contains {"resource": policy.id, "path": [block, i, "value"], "message": message} if {
	some kind, block in {
		"aws_load_balancer_policy": "policy_attribute",
		"aws_lb_ssl_negotiation_policy": "attribute",
	}
	some policy in input.resources[kind]
	object.get(policy.attributes, "policy_type_name", negotiation) == negotiation
	some i, field in policy.attributes[block]
	is_weak(field.name)
	attribute.is_true(field.value)
	message := sprintf("The policy takes the cipher %s", [field.name])
}

negotiation := "SSLNegotiationPolicyType"

# Names are OpenSSL's: of what a cipher is made, in parts.
is_weak(name) if {
	some part in split(name, "-")
	part in {"ADH", "AECDH", "DES", "EXP", "MD5", "NULL", "RC2", "RC4"}
}
