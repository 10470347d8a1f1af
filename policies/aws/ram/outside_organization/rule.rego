# METADATA
# title: Resources may be shared outside the organization
# description: |
#   A resource share of RAM lets other accounts use subnets, gateways and the like as if they were theirs. With
#   `allow_external_principals` it takes any account of AWS, not only those of the organization.
#
#   A mistyped account number, or one more line in a later change, hands them to strangers.
# related_resources:
#   - https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html
#   - https://docs.aws.amazon.com/ram/latest/APIReference/API_CreateResourceShare.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `allow_external_principals` to `false`, with sharing within the organization switched on.
package policy.aws.ram.outside_organization

import data.lib.setting

deny contains {"resource": share.id, "path": ["allow_external_principals"], "message": message} if {
	some share in input.resources.aws_ram_resource_share
	message := setting.turned_on(share.attributes, "allow_external_principals")
}
