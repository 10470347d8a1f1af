# METADATA
# title: EMR clusters may be opened to the internet
# description: |
#   EMR refuses to start a cluster whose firewall lets the internet in, by a guard that is on in every account and
#   region. Switched off, one wrong security group gives everyone the consoles of the cluster, which run commands
#   without a password.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `block_public_security_group_rules` to `true`. Ports that have to be open can be let through with
#     `permitted_public_security_group_rule_range`.
#   aliases: [CKV_AWS_390]
package policy.aws.emr.public_access_allowed

import data.lib.setting

deny contains {"resource": guard.id, "path": ["block_public_security_group_rules"], "message": message} if {
	some guard in input.resources.aws_emr_block_public_access_configuration
	message := setting.turned_off(guard.attributes, "block_public_security_group_rules")
}
