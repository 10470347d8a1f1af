# METADATA
# title: Security group opens port 80 to the internet
# description: |
#   Port 80 carries web traffic without encryption. Public websites listen there only to send browsers on to the
#   encrypted port 443; anything else that answers there sends passwords and pages in plain text.
#
#   Where a load balancer or CloudFront stands in front, the machines behind it need no open port 80 at all.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Open port 443 instead, or take the security group of the load balancer as the source of the rule.
#   aliases: [CKV_AWS_260, AC_AWS_0228, AC_AWS_0321]
package policy.aws.ec2.http_ingress_open

import data.lib.security_group

deny contains {"resource": opening.resource, "path": opening.path, "needs": opening.needs, "message": message} if {
	some opening in security_group.from_internet
	security_group.holds_tcp(opening, 80)
	message := sprintf("Port 80 (HTTP) is open to %s", [opening.cidr])
}
