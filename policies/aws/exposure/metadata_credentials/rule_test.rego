package policy.aws.exposure.metadata_credentials_test

import data.policy.aws.exposure.metadata_credentials

exposed(id, kind, more) := object.union(
	{
		"id": id,
		"kind": kind,
		"index": 0,
		"standing": "open",
		"hops": 0,
		"stations": [{"resource": "door", "path": ["opens"], "note": "opens it"}],
		"openings": [],
		"entries": ["door"],
		"reaches": [],
		"workloads": [0],
		"unknown": [],
	},
	more,
)


at(kind, attributes, reaches) := {
	"exposures": [exposed("m", kind, {"reaches": reaches})],
	"resources": {
		"aws_iam_instance_profile": [{"address": "aws_iam_instance_profile.p"}],
		"aws_instance": [{"id": "m", "attributes": attributes}],
		"aws_launch_template": [{"id": "t", "attributes": attributes}],
	},
}

profile := {"kind": "aws_iam_instance_profile", "index": 0, "relation": "runs-as", "written": {"resource": "m", "path": [], "note": ""}}

template := {"kind": "aws_launch_template", "index": 0, "relation": "runs-as", "written": {"resource": "m", "path": [], "note": ""}}

test_plain_requests_are_denied if {
	every attributes in [{}, {"metadata_options": [{}]}, {"metadata_options": [{"http_tokens": "optional"}]}] {
		given := at("aws_instance", attributes, [profile])
		some denied in metadata_credentials.deny with input as given
		denied.at == "m"
	}
}

test_a_fleet_is_denied_at_its_template if {
	given := at("aws_autoscaling_group", {}, [template, profile])
	some denied in metadata_credentials.deny with input as given
	denied.at == "t"
}

test_the_rest_passes if {
	every case in [
		at("aws_instance", {}, []),
		at("aws_instance", {"launch_template": [{}]}, [profile]),
		at("aws_instance", {"metadata_options": [{"http_tokens": "required"}]}, [profile]),
		at("aws_instance", {"metadata_options": [{"http_endpoint": "disabled"}]}, [profile]),
	] {
		found := metadata_credentials.deny with input as case
		count(found) == 0
	}
}
