package policy.aws.codebuild.without_log_test

import data.policy.aws.codebuild.without_log

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := without_log.deny with input.resources.aws_codebuild_project as [resource]
}

test_bad if {
	paths({"logs_config": [{"cloudwatch_logs": [{"status": "DISABLED"}]}]}) == {["logs_config", 0, "cloudwatch_logs", 0, "status"]}
}

test_good if {
	paths({}) == set()
	paths({"logs_config": [{"s3_logs": [{}]}]}) == set()
	paths({"logs_config": [{"cloudwatch_logs": [{"status": "DISABLED"}], "s3_logs": [{"status": "ENABLED"}]}]}) == set()
}
