package policy.aws.eks.control_plane_logs_test

import data.policy.aws.eks.control_plane_logs

findings(attributes) := found if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := control_plane_logs.deny with input.resources.aws_eks_cluster as [resource]
}

paths(attributes) := {finding.path | some finding in findings(attributes)}

messages(attributes) := {finding.message | some finding in findings(attributes)}

test_logs if {
	messages({}) == {"These logs are off: api, audit, authenticator, controllerManager, scheduler"}
	messages({"enabled_cluster_log_types": ["api", "audit"]}) == {"These logs are off: authenticator, controllerManager, scheduler"}
	paths({}) == {["enabled_cluster_log_types"]}
	paths({"enabled_cluster_log_types": ["scheduler", "api", "audit", "authenticator", "controllerManager"]}) == set()
}
