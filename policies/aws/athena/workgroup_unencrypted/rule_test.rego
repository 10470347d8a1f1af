package policy.aws.athena.workgroup_unencrypted_test

import data.policy.aws.athena.workgroup_unencrypted

findings(attributes) := found if {
	found := workgroup_unencrypted.deny with input.resources as {"aws_athena_workgroup": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({"configuration": [{"result_configuration": [{"output_location": "s3://x"}]}]}) == {{
		"resource": "a",
		"path": ["configuration", 0, "result_configuration", 0, "encryption_configuration", 0, "encryption_option"],
		"message": "`encryption_option` is not set",
		"needs": [{"resource": "a", "path": ["configuration", 0, "managed_query_results_configuration", 0, "enabled"]}],
	}}
	count(findings({})) == 1
}

test_encrypted if {
	findings({"configuration": [{"result_configuration": [{"encryption_configuration": [{"encryption_option": "SSE_KMS"}]}]}]}) == set()
}

test_kept_by_athena if {
	findings({"configuration": [{"managed_query_results_configuration": [{"enabled": true}]}]}) == set()
}
