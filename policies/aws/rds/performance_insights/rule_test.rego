package policy.aws.rds.performance_insights_test

import data.policy.aws.rds.performance_insights

findings(kind, attributes) := found if {
	found := performance_insights.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_off if {
	findings("aws_db_instance", {"performance_insights_enabled": false, "engine": "postgres", "instance_class": "db.t4g.micro"}) == {{
		"resource": "a",
		"path": ["performance_insights_enabled"],
		"message": "`performance_insights_enabled` is `false`",
		"needs": [],
	}}
	count(findings("aws_rds_cluster_instance", {"engine": "mysql", "instance_class": "db.r6g.large"})) == 1
}

test_large_of_any_engine if {
	{finding.needs | some finding in findings("aws_rds_cluster_instance", {"instance_class": "db.r6g.large"})} == {[]}
}

test_on if {
	findings("aws_db_instance", {"performance_insights_enabled": true}) == set()
}

test_needs if {
	needs({"instance_class": "db.t3.micro"}) == {both}
	needs({"engine": "mysql"}) == {both}
	needs({"engine": "postgres"}) == {[]}
	needs({"instance_class": "db.r6g.large"}) == {[]}
}

both := [{"resource": "a", "path": ["engine"]}, {"resource": "a", "path": ["instance_class"]}]

needs(attributes) := {finding.needs | some finding in findings("aws_db_instance", attributes)}

test_not_supported if {
	findings("aws_db_instance", {"engine": "mysql", "instance_class": "db.t3.micro"}) == set()
	findings("aws_rds_cluster_instance", {"engine": "aurora-mysql", "instance_class": "db.t4g.small"}) == set()
	findings("aws_rds_cluster_instance", {"engine": "aurora-mysql", "instance_class": "db.t3.large"}) == set()
	count(findings("aws_rds_cluster_instance", {"engine": "aurora-mysql", "instance_class": "db.t4g.large"})) == 1
	count(findings("aws_rds_cluster_instance", {"engine": "aurora-postgresql", "instance_class": "db.t3.medium"})) == 1
}

test_on_for_the_cluster if {
	resources := {
		"aws_rds_cluster": [{"id": "c", "attributes": {"performance_insights_enabled": true}}],
		"aws_rds_cluster_instance": [{"id": "a", "attributes": {}, "references": [{"kind": "aws_rds_cluster", "index": 0, "via": ["cluster_identifier"]}]}],
	}
	found := performance_insights.deny with input.resources as resources
	found == set()
}
