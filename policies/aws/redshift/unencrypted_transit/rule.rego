# METADATA
# title: Redshift parameter group does not require TLS
# description: |
#   Clients speak to a Redshift cluster with TLS or without, as they like, unless a parameter requires it. A client
#   that is set up without then sends passwords and data in plain form, and nobody notices. Whoever can listen
#   inside the network, or stand between the two ends, reads and changes what passes.
#
#   The groups that AWS brings require TLS since 2025; of one's own, those of the family `redshift-2.0` do.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/workload-mgmt-config.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add a `parameter` with the name `require_ssl` and the value `true`.
#   aliases: [CKV_AWS_105]
package policy.aws.redshift.unencrypted_transit

import data.lib.attribute
import data.lib.block

deny contains {"resource": group.id, "path": ["parameter", i, "value"], "message": message} if {
	some group in input.resources.aws_redshift_parameter_group
	some i, parameter in group.attributes.parameter
	parameter.name == "require_ssl"
	attribute.is_false(parameter.value)
	message := "The parameter `require_ssl` is `false`"
}

deny contains {"resource": group.id, "path": ["parameter"], "needs": needs, "message": message} if {
	some group in input.resources.aws_redshift_parameter_group
	object.get(group.attributes, "family", "") != "redshift-2.0"
	count([parameter | some parameter in group.attributes.parameter; parameter.name == "require_ssl"]) == 0
	needs := array.concat([{"resource": group.id, "path": ["family"]}], block.doubts(group, "parameter", ["name"]))
	message := "The parameter `require_ssl` is not set, and the default is `false`"
}
