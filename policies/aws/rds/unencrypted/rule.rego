# METADATA
# title: RDS instance is not encrypted at rest
# description: |
#   RDS runs databases on disks that AWS manages. Without encryption at rest the data lies in plain form on those
#   disks, in every backup and in every snapshot, and a snapshot shared by mistake can be read by who receives it.
#
#   With encryption a key stands in between: reading also takes permission to use the key, which can be withdrawn. It
#   costs nothing, but an existing database can only be encrypted by restoring it from an encrypted copy.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `storage_encrypted` to `true`, and `kms_key_id` to use a key of your own. An existing instance is replaced:
#     copy its snapshot with encryption first, and restore from the copy.
#   aliases: [CKV_AWS_16, AWS-0080, AC_AWS_0058]
#   compliance: {cis-aws-1.5: ["2.3.1"]}
package policy.aws.rds.unencrypted

import data.lib.setting

deny contains {"resource": db.id, "path": ["storage_encrypted"], "needs": needs, "message": message} if {
	some db in input.resources.aws_db_instance
	not cannot_encrypt(db)
	message := setting.off(db.attributes, "storage_encrypted")
	every path in sources {
		object.get(db.attributes, path, "") == ""
	}
	needs := [{"resource": db.id, "path": path} | some path in array.concat(sources, [["engine"]])]
}

# What a replica and a restored instance are made from says whether they are encrypted: `storage_encrypted` takes no
# part in the request that makes them.
sources := [["replicate_source_db"], ["snapshot_identifier"], ["restore_to_point_in_time", 0]]

# RDS offers no encryption at rest for SQL Server Express.
cannot_encrypt(db) if db.attributes.engine == "sqlserver-ex"
