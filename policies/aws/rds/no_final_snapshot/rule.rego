# METADATA
# title: Database goes without a last snapshot
# description: |
#   When a database is deleted, AWS takes a snapshot of it first, unless it is told not to. Automatic backups go with
#   the database in most cases.
#
#   Whoever deletes it, by a mistaken plan or on purpose, then deletes the data with it.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/rs-mgmt-shutdown-delete-cluster.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `skip_final_snapshot` to `false`, and `final_snapshot_identifier` to a name.
package policy.aws.rds.no_final_snapshot

import data.lib.setting

deny contains {"resource": database.id, "path": ["skip_final_snapshot"], "message": message, "needs": needs} if {
	some kind, copied_from in databases
	some database in input.resources[kind]
	message := setting.turned_on(database.attributes, "skip_final_snapshot")
	every source in copied_from {
		setting.missing(database.attributes, source)
	}
	needs := [{"resource": database.id, "path": [source]} | some source in copied_from]
}

# With the argument that names another database: the data of a copy is there.
databases := {
	"aws_db_instance": ["replicate_source_db"],
	"aws_docdb_cluster": [],
	"aws_neptune_cluster": ["replication_source_identifier"],
	"aws_rds_cluster": ["replication_source_identifier"],
	"aws_redshift_cluster": [],
}
