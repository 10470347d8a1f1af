package policy.aws.rds.cluster_snapshots_without_tags_test

import data.policy.aws.rds.cluster_snapshots_without_tags

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := cluster_snapshots_without_tags.deny with input.resources.aws_rds_cluster as [resource]
}

test_bad if {
	paths({}) == {["copy_tags_to_snapshot"]}
	paths({"copy_tags_to_snapshot": false}) == {["copy_tags_to_snapshot"]}
}

test_good if {
	paths({"copy_tags_to_snapshot": true}) == set()
}
