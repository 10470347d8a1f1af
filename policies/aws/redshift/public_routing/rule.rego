# METADATA
# title: Redshift cluster moves data outside the account's own network
# description: |
#   Redshift reads data from S3 and writes it back over the network of AWS, past that of the account, so that its
#   firewalls and endpoints do not apply. Somebody who may write queries may send a table to a bucket of anyone.
#
#   With enhanced VPC routing the network decides where data goes. It needs endpoints or gateways to be there.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `enhanced_vpc_routing` to `true`, and give the network an endpoint for S3.
#   aliases: [CKV_AWS_321]
package policy.aws.redshift.public_routing

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["enhanced_vpc_routing"], "message": message} if {
	some cluster in input.resources.aws_redshift_cluster
	message := setting.off(cluster.attributes, "enhanced_vpc_routing")
}
