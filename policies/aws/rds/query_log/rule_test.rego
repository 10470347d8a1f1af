package policy.aws.rds.query_log_test

import data.policy.aws.rds.query_log

messages(attributes, parameters) := {finding.message | some finding in found} if {
	cluster := {
		"id": "c",
		"attributes": attributes,
		"references": [{"kind": "aws_rds_cluster_parameter_group", "index": 0, "via": ["db_cluster_parameter_group_name"]} | count(parameters) > 0],
	}
	group := {"id": "g", "attributes": {"parameter": [{"name": name} | some name in parameters]}, "unknown": []}
	found := query_log.deny with input.resources as {"aws_rds_cluster": [cluster], "aws_rds_cluster_parameter_group": [group]}
}

postgres := {"engine": "aurora-postgresql"}

test_group_of_ones_own if {
	messages(postgres, ["other"]) == {"The cluster's parameter group does not set `log_statement` and `log_min_duration_statement`"}
	messages(postgres, ["log_statement"]) == {"The cluster's parameter group does not set `log_min_duration_statement`"}
	messages(postgres, ["log_statement", "log_min_duration_statement"]) == set()
	messages({"engine": "aurora-mysql"}, ["other"]) == set()
}

test_group_of_aws if {
	messages(postgres, []) == {"No parameter group sets `log_statement` and `log_min_duration_statement`"}
	messages(object.union(postgres, {"db_cluster_parameter_group_name": "made-elsewhere"}), []) == set()
}
