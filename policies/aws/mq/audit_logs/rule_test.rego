package policy.aws.mq.audit_logs_test

import data.policy.aws.mq.audit_logs

findings(attributes) := found if {
	found := audit_logs.deny with input.resources as {"aws_mq_broker": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_none if {
	findings({"engine_type": "ActiveMQ", "logs": [{"audit": false}]}) == {{
		"resource": "a",
		"path": ["logs", 0, "audit"],
		"message": "`logs.audit` is `false`",
		"needs": [{"resource": "a", "path": ["engine_type"]}],
	}}
	count(findings({"engine_type": "ActiveMQ"})) == 1
}

test_audited if {
	findings({"engine_type": "ActiveMQ", "logs": [{"audit": true}]}) == set()
}

test_rabbit if {
	findings({"engine_type": "RabbitMQ"}) == set()
}
