# METADATA
# title: Load balancer takes old versions of TLS
# description: |
#   TLS encrypts what goes between browsers and the load balancer. Its versions 1.0 and 1.1 have known flaws and are
#   given up by all browsers; a listener that still takes them can be talked into them by somebody on the way.
#
#   The policy that a listener gets when it names none still takes them.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `ssl_policy` to `ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09`, or to `ELBSecurityPolicy-TLS13-1-2-2021-06`
#     where clients need it.
#   aliases: [CKV_AWS_103, CKV2_AWS_74, AWS-0047, AC_AWS_0171, AC_AWS_0172]
package policy.aws.elb.old_tls

import data.lib.setting

deny contains {
	"resource": listener.id,
	"path": ["ssl_policy"],
	"needs": [{"resource": listener.id, "path": ["protocol"]}],
	"message": fault(listener.attributes),
} if {
	some kind in {"aws_lb_listener", "aws_alb_listener"}
	some listener in input.resources[kind]
	listener.attributes.protocol in {"HTTPS", "TLS"}
	fault(listener.attributes)
}

fault(attributes) := "`ssl_policy` is not set, and the default takes TLS 1.0" if {
	not setting.is_set(attributes, "ssl_policy")
}

fault(attributes) := sprintf("`ssl_policy` is `%s`, which takes TLS 1.0 or 1.1", [policy]) if {
	policy := attributes.ssl_policy
	startswith(policy, "ELBSecurityPolicy-")
	count([recent | some recent in ["TLS13-1-2", "TLS13-1-3", "TLS-1-2", "FS-1-2"]; contains(policy, recent)]) == 0
}
