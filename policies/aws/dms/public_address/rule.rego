# METADATA
# title: DMS replication instance has a public address
# description: |
#   An instance of the Database Migration Service copies whole databases from one place to another, and holds the
#   passwords of both. With a public address it can be reached from the internet, as far as its security groups let
#   through.
#
#   Databases outside of AWS can be reached over a VPN, or through a NAT gateway from inside.
# related_resources:
#   - https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.PublicPrivate.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `publicly_accessible`, or set it to `false`. An existing instance is replaced.
#   aliases: [CKV_AWS_89]
package policy.aws.dms.public_address

import data.lib.setting

deny contains {"resource": instance.id, "path": ["publicly_accessible"], "message": message} if {
	some instance in input.resources.aws_dms_replication_instance
	message := setting.turned_on(instance.attributes, "publicly_accessible")
}
