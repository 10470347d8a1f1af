package policy.aws.exposure.plain_http_test

import data.policy.aws.exposure.plain_http

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


at(balancer, listener) := {
	"exposures": [exposed("b", "aws_lb", {})],
	"resources": {
		"aws_lb": [{
			"id": "b",
			"attributes": balancer,
			"referred_by": [{"kind": "aws_lb_listener", "index": 0, "via": ["load_balancer_arn"]}],
		}],
		"aws_lb_listener": [{"id": "l", "attributes": listener}],
	},
}

forward := [{"type": "forward"}]

test_plain_requests_are_denied if {
	every listener in [{"protocol": "HTTP", "default_action": forward}, {"default_action": forward}] {
		given := at({}, listener)
		some denied in plain_http.deny with input as given
		denied.at == "l"
	}
}

test_the_rest_passes if {
	every case in [
		at({}, {"protocol": "HTTPS", "default_action": forward}),
		at({}, {"protocol": "HTTP", "default_action": [{"type": "redirect"}]}),
		at({"load_balancer_type": "network"}, {"protocol": "HTTP", "default_action": forward}),
	] {
		found := plain_http.deny with input as case
		count(found) == 0
	}
}
