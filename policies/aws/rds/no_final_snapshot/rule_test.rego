package policy.aws.rds.no_final_snapshot_test

import data.policy.aws.rds.no_final_snapshot

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_final_snapshot.deny with input.resources.aws_db_instance as [resource]
}

test_switch if {
	paths({"skip_final_snapshot": true}) == {["skip_final_snapshot"]}
	paths({"skip_final_snapshot": false}) == set()
	paths({}) == set()
}

test_copies if {
	paths({"skip_final_snapshot": true, "replicate_source_db": "shop"}) == set()
	every kind in ["aws_neptune_cluster", "aws_rds_cluster"] {
		cluster(kind, {"skip_final_snapshot": true, "replication_source_identifier": "shop"}) == 0
		cluster(kind, {"skip_final_snapshot": true}) == 1
	}
}

cluster(kind, attributes) := count(found) if {
	found := no_final_snapshot.deny with input.resources as {kind: [{"id": "x", "attributes": attributes}]}
}
