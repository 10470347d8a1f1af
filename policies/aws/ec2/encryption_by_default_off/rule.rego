# METADATA
# title: Account does not encrypt new disks by default
# description: |
#   AWS can encrypt every new disk of an account in a region, whatever the request for the disk says. This
#   configuration switches that off, so each disk that somebody forgets to mark is stored in plain form.
#
#   The setting costs nothing and changes no disk that exists.
# related_resources:
#   - https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `enabled` to `true`, or remove the argument.
#   aliases: [CKV_AWS_106, AC_AWS_0079]
#   compliance: {cis-aws-1.5: ["2.2.1"]}
package policy.aws.ec2.encryption_by_default_off

import data.lib.setting

deny contains {"resource": default_encryption.id, "path": ["enabled"], "message": message} if {
	some default_encryption in input.resources.aws_ebs_encryption_by_default
	message := setting.turned_off(default_encryption.attributes, "enabled")
}
