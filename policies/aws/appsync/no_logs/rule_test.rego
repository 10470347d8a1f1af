package policy.aws.appsync.no_logs_test

import data.policy.aws.appsync.no_logs

findings(attributes) := found if {
	found := no_logs.deny with input.resources as {"aws_appsync_graphql_api": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({}) == {{
		"resource": "a",
		"path": ["log_config", 0, "field_log_level"],
		"message": "`log_config` is not set",
	}}
	findings({"log_config": [{"field_log_level": "NONE"}]}) == {{
		"resource": "a",
		"path": ["log_config", 0, "field_log_level"],
		"message": "`field_log_level` is `NONE`",
	}}
}

test_some if {
	findings({"log_config": [{"field_log_level": "ERROR"}]}) == set()
}
