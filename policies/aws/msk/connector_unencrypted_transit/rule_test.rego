package policy.aws.msk.connector_unencrypted_transit_test

import data.policy.aws.msk.connector_unencrypted_transit

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := connector_unencrypted_transit.deny with input.resources.aws_mskconnect_connector as [resource]
}

test_type if {
	paths({"kafka_cluster_encryption_in_transit": [{"encryption_type": "PLAINTEXT"}]}) == {["kafka_cluster_encryption_in_transit", 0, "encryption_type"]}
	paths({"kafka_cluster_encryption_in_transit": [{}]}) == {["kafka_cluster_encryption_in_transit", 0, "encryption_type"]}
	paths({"kafka_cluster_encryption_in_transit": [{"encryption_type": "TLS"}]}) == set()
}
