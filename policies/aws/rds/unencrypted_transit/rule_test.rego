package policy.aws.rds.unencrypted_transit_test

import data.policy.aws.rds.unencrypted_transit

findings(attributes) := found if {
	found := unencrypted_transit.deny with input.resources as {"aws_db_instance": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_no_group if {
	findings({"engine": "mysql", "engine_version": "8.0"}) == {{
		"resource": "a",
		"path": ["parameter_group_name"],
		"message": "No parameter group sets `require_secure_transport`",
		"needs": [{"resource": "a", "path": ["engine_version"]}],
	}}
	count(findings({"engine": "postgres", "engine_version": "14.9", "parameter_group_name": "default.postgres14"})) == 1
	count(findings({"engine": "mysql"})) == 1
	count(findings({"engine": "sqlserver-se"})) == 1
	count(findings({"engine": "mariadb", "engine_version": "10.11"})) == 1
	count(findings({"engine": "db2-se"})) == 1
}

test_required_by_default if {
	findings({"engine": "postgres", "engine_version": "15"}) == set()
	findings({"engine": "postgres"}) == set()
	findings({"engine": "mariadb", "engine_version": "11.8.2"}) == set()
}

test_group_elsewhere if {
	findings({"engine": "mysql", "parameter_group_name": "ours"}) == set()
}

test_not_by_a_parameter if {
	findings({"engine": "oracle-se2"}) == set()
}

grouped(group) := found if {
	resources := {
		"aws_db_instance": [{"id": "a", "attributes": {"engine": "any"}, "references": [{"kind": "aws_db_parameter_group", "index": 0, "via": ["parameter_group_name"]}]}],
		"aws_db_parameter_group": [{"id": "g", "attributes": group, "unknown": []}],
	}
	found := unencrypted_transit.deny with input.resources as resources
}

test_group_says_no if {
	grouped({"family": "postgres16", "parameter": [{"name": "rds.force_ssl", "value": "0"}]}) == {{
		"resource": "a",
		"at": "g",
		"path": ["parameter", 0, "value"],
		"message": "The database's parameter `rds.force_ssl` is `0`",
	}}
	count(grouped({"family": "db2-se-11.5", "parameter": [{"name": "db2comm", "value": "TCPIP"}]})) == 1
}

test_group_says_nothing if {
	grouped({"family": "mysql8.0", "parameter": [{"name": "time_zone", "value": "UTC"}]}) == {{
		"resource": "a",
		"at": "g",
		"path": ["parameter"],
		"needs": [{"resource": "g", "path": ["family"]}],
		"message": "The database's parameter group does not set `require_secure_transport`",
	}}
	grouped({"family": "postgres15"}) == set()
}

test_group_says_yes if {
	every group in [
		{"family": "postgres13", "parameter": [{"name": "rds.force_ssl", "value": "1"}]},
		{"family": "sqlserver-se-15.0", "parameter": [{"name": "rds.force_ssl", "value": 1}]},
		{"family": "mysql8.0", "parameter": [{"name": "require_secure_transport", "value": "ON"}]},
		{"family": "db2-se-11.5", "parameter": [{"name": "db2comm", "value": "SSL"}]},
	] {
		grouped(group) == set()
	}
}
