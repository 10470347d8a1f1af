# METADATA
# title: Security group or rule has no description
# description: |
#   Security groups are the firewalls of AWS, and their rules outlive those who wrote them. Without a word on what a
#   rule is for, nobody dares to remove it when it is not needed any more.
#
#   The description of a group cannot be changed later: AWS would have to replace the group.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Say in `description` what connects and why.
#   aliases: [CKV_AWS_23, AWS-0049, AWS-0099, AWS-0124]
package policy.aws.ec2.rule_without_description

import data.lib.setting

# Without one, Terraform writes "Managed by Terraform" into groups.
deny contains {"resource": group.id, "path": ["description"], "message": message} if {
	some kind in {"aws_security_group", "aws_db_security_group", "aws_elasticache_security_group", "aws_redshift_security_group"}
	some group in input.resources[kind]
	message := unexplained(group.attributes)
}

deny contains {"resource": group.id, "path": [direction, i, "description"], "message": message} if {
	some kind in {"aws_security_group", "aws_default_security_group"}
	some group in input.resources[kind]
	some direction in {"ingress", "egress"}
	some i, rule in group.attributes[direction]
	message := unexplained(rule)
}

deny contains {"resource": rule.id, "path": ["description"], "message": message} if {
	some kind in {
		"aws_security_group_rule",
		"aws_vpc_security_group_ingress_rule",
		"aws_vpc_security_group_egress_rule",
	}
	some rule in input.resources[kind]
	message := unexplained(rule.attributes)
}

unexplained(holder) := setting.missing(holder, "description")

unexplained(holder) := "`description` is \"Managed by Terraform\", which says nothing" if {
	holder.description == "Managed by Terraform"
}
