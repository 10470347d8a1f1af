# METADATA
# title: Redshift cluster lies in the default network
# description: |
#   Without a subnet group a Redshift cluster is put into the default network of the account. All of its subnets
#   lead to the internet, and whatever else was started without a thought is in it too.
#
#   A network of its own, with private subnets, keeps a data warehouse out of the reach of both.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `cluster_subnet_group_name` to an `aws_redshift_subnet_group` of private subnets.
#   aliases: [CKV_AWS_154, AWS-0127]
package policy.aws.redshift.default_network

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["cluster_subnet_group_name"], "message": message} if {
	some cluster in input.resources.aws_redshift_cluster
	message := setting.missing(cluster.attributes, "cluster_subnet_group_name")
}
