package policy.aws.ecs.volume_without_transit_encryption_test

import data.policy.aws.ecs.volume_without_transit_encryption

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := volume_without_transit_encryption.deny with input.resources.aws_ecs_task_definition as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

task(configuration) := {"volume": [{"name": "other"}, {"efs_volume_configuration": [configuration]}]}

test_encryption if {
	messages(task({})) == {"`transit_encryption` is not set, and the default is `DISABLED`"}
	paths(task({"transit_encryption": "DISABLED"})) == {["volume", 1, "efs_volume_configuration", 0, "transit_encryption"]}
	paths(task({"transit_encryption": "ENABLED"})) == set()
}
