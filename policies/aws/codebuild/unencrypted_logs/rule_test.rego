package policy.aws.codebuild.unencrypted_logs_test

import data.policy.aws.codebuild.unencrypted_logs

findings(attributes) := found if {
	found := unencrypted_logs.deny with input.resources as {"aws_codebuild_project": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_disabled if {
	findings({"logs_config": [{"s3_logs": [{"status": "ENABLED", "encryption_disabled": true}]}]}) == {{
		"resource": "a",
		"path": ["logs_config", 0, "s3_logs", 0, "encryption_disabled"],
		"message": "`encryption_disabled` is `true`",
		"needs": [{"resource": "a", "path": ["logs_config", 0, "s3_logs", 0, "status"]}],
	}}
}

test_encrypted if {
	findings({"logs_config": [{"s3_logs": [{"status": "ENABLED"}]}]}) == set()
}

test_no_logs if {
	findings({}) == set()
	findings({"logs_config": [{"s3_logs": [{"encryption_disabled": true}]}]}) == set()
}
