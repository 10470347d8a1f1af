package policy.aws.codebuild.unencrypted_artifacts_test

import data.policy.aws.codebuild.unencrypted_artifacts

findings(attributes) := found if {
	found := unencrypted_artifacts.deny with input.resources as {"aws_codebuild_project": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_disabled if {
	findings({"artifacts": [{"type": "S3", "encryption_disabled": true}]}) == {{
		"resource": "a",
		"path": ["artifacts", 0, "encryption_disabled"],
		"message": "`encryption_disabled` is `true`",
		"needs": [{"resource": "a", "path": ["artifacts", 0, "type"]}],
	}}
	count(findings({"artifacts": [{"type": "S3"}], "secondary_artifacts": [{"type": "S3", "encryption_disabled": "true"}]})) == 1
}

test_unsaid_type if {
	count(findings({"artifacts": [{"encryption_disabled": true}]})) == 1
}

test_encrypted if {
	findings({"artifacts": [{"type": "S3"}]}) == set()
}

test_no_artifacts if {
	findings({"artifacts": [{"type": "NO_ARTIFACTS", "encryption_disabled": true}]}) == set()
}
