package policy.aws.ecr.no_scan_on_push_test

import data.policy.aws.ecr.no_scan_on_push

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_scan_on_push.deny with input.resources.aws_ecr_repository as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_scans if {
	messages({}) == {"`scan_on_push` is not set, and the default is `false`"}
	paths({"image_scanning_configuration": [{"scan_on_push": false}]}) == {["image_scanning_configuration", 0, "scan_on_push"]}
	paths({"image_scanning_configuration": [{"scan_on_push": true}]}) == set()
}

test_registry if {
	resources := {
		"aws_ecr_repository": [{"id": "x", "root": ".", "attributes": {}}],
		"aws_ecr_registry_scanning_configuration": [{"id": "y", "root": ".", "attributes": {}}],
	}
	found := no_scan_on_push.deny with input.resources as resources
	found == set()
}
