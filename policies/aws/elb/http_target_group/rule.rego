# METADATA
# title: Load balancer talks to its servers without encryption
# description: |
#   Requests go from the load balancer to the servers behind it in plain form, so whoever is in that network can read
#   and change them, passwords and cookies included.
#
#   The load balancer does not check the servers' certificates, so self-made ones do.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
# custom:
#   severity: low
#   profiles: [strict, security]
#   remediation: >-
#     Set `protocol` to `HTTPS` and let the servers answer with TLS.
#   aliases: [CKV_AWS_378, AC_AWS_0492]
package policy.aws.elb.http_target_group

deny contains {"resource": group.id, "path": ["protocol"], "message": "`protocol` is `HTTP`"} if {
	some kind in {"aws_lb_target_group", "aws_alb_target_group"}
	some group in input.resources[kind]
	group.attributes.protocol == "HTTP"
}
