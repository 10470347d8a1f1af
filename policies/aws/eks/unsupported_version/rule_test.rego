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

test_says_since_when if {
	messages("1.31") == {"Version 1.31 of Kubernetes has no support in EKS any more: it ended on 2026-11-26"}
	messages("1.19") == {"Version 1.19 of Kubernetes has no support in EKS any more: it ended before that of 1.21"}
}

messages(version) := {finding.message | some finding in found} if {
	found := unsupported_version.deny with input.resources.aws_eks_cluster as [{"id": "x", "attributes": {"version": version}}]
}

test_good if {
	paths({}) == set()
	paths({"version": "1.32"}) == set()
	paths({"version": "2.1"}) == set()
	paths({"version": "latest"}) == set()
}
