package policy.kubernetes.exposure.no_network_policy_test

import data.policy.kubernetes.exposure.no_network_policy

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


workload(spec, containers) := {
	"id": "d",
	"kind": "Deployment",
	"index": 0,
	"path": ["spec"],
	"labels": {},
	"pod_spec": spec,
	"containers": containers,
}

at(referred_by, resources) := {
	"exposures": [exposed("d", "Deployment", {})],
	"workloads": [workload({}, [])],
	"resources": object.union({"Deployment": [{"id": "d", "address": "Deployment.shop.d", "root": ".", "referred_by": referred_by, "unknown": []}]}, resources),
}

test_none_is_denied_at_the_door if {
	given := at([{"kind": "Service", "relation": "selects"}], {})
	some denied in no_network_policy.deny with input as given
	denied.at == "door"
}

test_what_is_unknown_is_needed if {
	given := object.union(at([], {}), {"resources": {
		"Deployment": [{"id": "d", "address": "Deployment.shop.d", "root": ".", "referred_by": [], "unknown": [["spec", "template", "metadata", "labels"], ["spec", "x"]]}],
		"NetworkPolicy": [{"id": "p", "root": ".", "unknown": [["spec", "podSelector"], ["spec", "egress"]]}],
	}})
	some denied in no_network_policy.deny with input as given
	denied.needs == [
		{"resource": "p", "path": ["spec", "podSelector"]},
		{"resource": "d", "path": ["spec", "template", "metadata", "labels"]},
	]
}

test_a_policy_that_selects_the_pods_is_enough if {
	given := at([{"kind": "NetworkPolicy", "relation": "selects"}], {})
	found := no_network_policy.deny with input as given
	count(found) == 0
}

test_policies_of_other_makers_are_left_alone if {
	given := at([], {"GlobalNetworkPolicy.crd.projectcalico.org": [{"id": "g", "root": "."}]})
	found := no_network_policy.deny with input as given
	count(found) == 0
}
