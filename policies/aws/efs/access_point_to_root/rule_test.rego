package policy.aws.efs.access_point_to_root_test

import data.policy.aws.efs.access_point_to_root

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := access_point_to_root.deny with input.resources.aws_efs_access_point as [resource]
}

test_path if {
	paths({}) == {["root_directory", 0, "path"]}
	paths({"root_directory": [{"path": "/"}]}) == {["root_directory", 0, "path"]}
	paths({"root_directory": [{"path": "/shop"}]}) == set()
}
