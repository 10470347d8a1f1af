package policy.aws.eks.unsupported_version_test

import data.policy.aws.eks.unsupported_version

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := unsupported_version.deny with input.resources.aws_eks_cluster as [resource]
}

test_bad if {
	paths({"version": "1.21"}) == {["version"]}
	paths({"version": 1.31}) == {["version"]}
}

test_good if {
	paths({}) == set()
	paths({"version": "1.32"}) == set()
	paths({"version": "2.1"}) == set()
	paths({"version": "latest"}) == set()
}
