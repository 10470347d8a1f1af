# METADATA
# title: EMR cluster has no security configuration
# description: |
#   A security configuration says how an EMR cluster encrypts its data, and how those who use it prove who they are.
#   Without one nothing is encrypted by EMR, and everyone who reaches the cluster works with its rights.
#
#   Disks and buckets may be encrypted by other means, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Set `security_configuration` to the name of an `aws_emr_security_configuration`.
#   aliases: [CKV2_AWS_55]
package policy.aws.emr.no_security_configuration

import data.lib.setting

deny contains {"resource": cluster.id, "path": ["security_configuration"], "message": message} if {
	some cluster in input.resources.aws_emr_cluster
	message := setting.missing(cluster.attributes, "security_configuration")
}
