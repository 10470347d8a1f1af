# METADATA
# title: Network firewall is not protected from deletion
# description: |
#   A network firewall decides what passes between a network and the internet. Deleted by mistake it takes the way
#   out with it, or leaves it open, as the routes are. With deletion protection the call fails until somebody
#   switches it off, on purpose.
# related_resources:
#   - https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-settings.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `delete_protection` to `true`.
#   aliases: [CKV_AWS_344]
package policy.aws.networkfirewall.deletion_protection

import data.lib.setting

deny contains {"resource": firewall.id, "path": ["delete_protection"], "message": message} if {
	some firewall in input.resources.aws_networkfirewall_firewall
	message := setting.off(firewall.attributes, "delete_protection")
}
