package policy.aws.redshift.logs_test

import data.policy.aws.redshift.logs


findings(cluster, loggers) := found if {
	references := [{"id": "l", "kind": "aws_redshift_logging", "index": 0, "via": ["cluster_identifier"]} | some _ in loggers]
	resources := {
		"aws_redshift_cluster": [{"id": "a", "root": ".", "attributes": cluster, "referred_by": references}],
		"aws_redshift_logging": loggers,
	}
	found := logs.deny with input.resources as resources
}

test_no_log if {
	findings({"logging": [{"enable": false}]}, []) == {{
		"resource": "a",
		"path": ["logging", 0, "enable"],
		"needs": [],
		"message": "No `aws_redshift_logging` belongs to the cluster, and it has no `logging` that is enabled",
		"missing": "aws_redshift_logging",
	}}
	count(findings({}, [])) == 1
}

test_log if {
	findings({"logging": [{"enable": true}]}, []) == set()
	findings({}, [{"id": "l", "root": ".", "attributes": {}, "references": [], "unknown": []}]) == set()
}
