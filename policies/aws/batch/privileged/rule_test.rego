package policy.aws.batch.privileged_test

import data.policy.aws.batch.privileged

findings(attributes) := found if {
	found := privileged.deny with input.resources as {"aws_batch_job_definition": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_privileged if {
	findings({"container_properties": {"privileged": true}}) == {{
		"resource": "a",
		"path": ["container_properties", "privileged"],
		"message": "`privileged` is `true`",
	}}
	count(findings({"ecs_properties": {"taskProperties": [{"containers": [{"privileged": true}]}]}})) == 1
	findings({"node_properties": {"nodeRangeProperties": [{"container": {"privileged": true}}]}}) == {{
		"resource": "a",
		"path": ["node_properties", "nodeRangeProperties", 0, "container", "privileged"],
		"message": "`privileged` is `true`",
	}}
	findings({"eks_properties": [{"pod_properties": [{"containers": [{"security_context": [{"privileged": true}]}]}]}]}) == {{
		"resource": "a",
		"path": ["eks_properties", 0, "pod_properties", 0, "containers", 0, "security_context", 0, "privileged"],
		"message": "`privileged` is `true`",
	}}
}

test_not_privileged if {
	findings({}) == set()
	findings({"container_properties": {"privileged": false}}) == set()
}

test_no_document if {
	findings({"container_properties": "{"}) == set()
}
