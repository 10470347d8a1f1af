package policy.aws.sagemaker.monitoring_unencrypted_transit_test

import data.policy.aws.sagemaker.monitoring_unencrypted_transit

findings(attributes) := found if {
	found := monitoring_unencrypted_transit.deny with input.resources as {"aws_sagemaker_data_quality_job_definition": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_plain if {
	findings({"job_resources": [{"cluster_config": [{"instance_count": 2}]}]}) == {{
		"resource": "a",
		"path": ["network_config", 0, "enable_inter_container_traffic_encryption"],
		"message": "`network_config` is not set",
		"needs": [{"resource": "a", "path": ["job_resources", 0, "cluster_config", 0, "instance_count"]}],
	}}
	count(findings({"job_resources": [{"cluster_config": [{"instance_count": "3"}]}], "network_config": [{"enable_inter_container_traffic_encryption": false}]})) == 1
}

test_encrypted if {
	findings({"job_resources": [{"cluster_config": [{"instance_count": 2}]}], "network_config": [{"enable_inter_container_traffic_encryption": true}]}) == set()
}

test_unsaid_machines if {
	count(findings({"network_config": [{"enable_inter_container_traffic_encryption": false}]})) == 1
}

test_one_machine if {
	findings({"job_resources": [{"cluster_config": [{"instance_count": 1}]}]}) == set()
}
