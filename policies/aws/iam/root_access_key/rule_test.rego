package policy.aws.iam.root_access_key_test

import data.policy.aws.iam.root_access_key

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := root_access_key.deny with input.resources.aws_iam_access_key as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_users if {
	messages({"user": "root"}) == {"The key is for the user `root`"}
	paths({"user": "root"}) == {["user"]}
	paths({"user": "root-cause-analysis"}) == set()
	paths({"user": "root", "status": "Inactive"}) == set()
}
