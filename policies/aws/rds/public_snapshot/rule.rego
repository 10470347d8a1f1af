# METADATA
# title: RDS snapshot is shared with everyone
# description: |
#   A snapshot is a copy of a whole database. Shared with `all`, every AWS account in the world may restore it and
#   read what is in it; there are people who look for such snapshots all day.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `all` from `shared_accounts`, and list the accounts that need the snapshot.
#   aliases: [CKV_AWS_302]
package policy.aws.rds.public_snapshot

deny contains {"resource": snapshot.id, "path": ["shared_accounts", i], "message": message} if {
	some kind in ["aws_db_snapshot", "aws_db_snapshot_copy", "aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"]
	some snapshot in input.resources[kind]
	some i, account in snapshot.attributes.shared_accounts
	account == "all"
	message := "`shared_accounts` holds `all`: every AWS account may restore the snapshot"
}
