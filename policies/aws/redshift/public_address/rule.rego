# METADATA
# title: Redshift warehouse has a public address
# description: |
#   With a public address the host name of a data warehouse leads to it from the whole internet. What then keeps
#   strangers out is the firewall, its security groups, alone: one rule that is too wide, and anyone may try
#   passwords.
#
#   Before version 6 of the AWS provider a cluster gets such an address unless it says otherwise.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `publicly_accessible` to `false`. Administrators and tools reach the warehouse over a VPN, or from inside
#     the network.
#   aliases: [CKV_AWS_87, AC_AWS_0199]
package policy.aws.redshift.public_address

import data.lib.redshift
import data.lib.setting

deny contains {"resource": cluster.id, "path": ["publicly_accessible"], "message": message} if {
	some cluster in input.resources.aws_redshift_cluster
	message := redshift.public(cluster)
}

deny contains {"resource": workgroup.id, "path": ["publicly_accessible"], "message": message} if {
	some workgroup in input.resources.aws_redshiftserverless_workgroup
	message := setting.turned_on(workgroup.attributes, "publicly_accessible")
}
