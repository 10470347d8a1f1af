# METADATA
# title: Load balancer can be deleted by one call
# description: |
#   With deletion protection on, a load balancer cannot be deleted until somebody switches the protection off.
#   Without it, one wrong command, or a change of the configuration that replaces it, takes down whatever is
#   behind it.
#
#   A load balancer that comes and goes with its environment is better off without.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `enable_deletion_protection` to `true`.
#   aliases: [CKV_AWS_150]
package policy.aws.elb.deletion_protection

import data.lib.setting

deny contains {"resource": balancer.id, "path": ["enable_deletion_protection"], "message": message} if {
	some kind in {"aws_lb", "aws_alb"}
	some balancer in input.resources[kind]
	message := setting.off(balancer.attributes, "enable_deletion_protection")
}
