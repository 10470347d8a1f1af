package policy.aws.rds.no_backups_test

import data.policy.aws.rds.no_backups

findings(attributes) := found if {
	found := no_backups.deny with input.resources as {"aws_db_instance": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({"backup_retention_period": 0}) == {{
		"resource": "a",
		"path": ["backup_retention_period"],
		"message": "`backup_retention_period` is 0, less than 1",
		"needs": [{"resource": "a", "path": ["replicate_source_db"]}, {"resource": "a", "path": ["snapshot_identifier"]}, {"resource": "a", "path": ["restore_to_point_in_time"]}],
	}}
	count(findings({})) == 1
	count(findings({"backup_retention_period": "0"})) == 1
}

test_none_of_a_restored_one if {
	findings({"snapshot_identifier": "x", "backup_retention_period": 0}) == {{
		"resource": "a",
		"path": ["backup_retention_period"],
		"message": "`backup_retention_period` is 0",
		"needs": [],
	}}
	count(findings({"restore_to_point_in_time": [{"use_latest_restorable_time": true}], "backup_retention_period": 0})) == 1
}

cluster(attributes) := found if {
	found := no_backups.deny with input.resources as {"aws_rds_cluster": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none_of_a_cluster if {
	{finding.message | some finding in cluster({"backup_retention_period": 0})} == {"`backup_retention_period` is 0"}
	cluster({"backup_retention_period": 1}) == set()
	cluster({}) == set()
}

test_kept if {
	findings({"backup_retention_period": 7}) == set()
}

test_as_its_source if {
	findings({"snapshot_identifier": "x"}) == set()
}

test_replica_needs_none if {
	findings({"replicate_source_db": "x", "backup_retention_period": 0}) == set()
}

test_kept_by_aws_backup if {
	every restored in [{}, {"snapshot_identifier": "x"}] {
		attributes := object.union({"backup_retention_period": 0, "tags": {"backup": "daily"}}, restored)
		found := no_backups.deny with input.resources as {
			"aws_backup_selection": [{"id": "s", "root": ".", "unknown": [], "attributes": {"selection_tag": [{"key": "backup", "value": "daily"}]}}],
			"aws_db_instance": [{"id": "a", "root": ".", "attributes": attributes, "referred_by": []}],
		}
		found == set()
	}
}
