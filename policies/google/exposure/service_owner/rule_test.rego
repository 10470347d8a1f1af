package policy.google.exposure.service_owner_test

import data.policy.google.exposure.service_owner

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


at(role, unknown) := {
	"exposures": [exposed("s", "google_cloud_run_v2_service", {"reaches": [{"kind": "google_service_account", "index": 0, "written": {"resource": "s", "path": [], "note": ""}}]})],
	"resources": {
		"google_service_account": [{"id": "a", "referred_by": [{"kind": "google_project_iam_member", "index": 0, "via": ["member"]}]}],
		"google_project_iam_member": [{"id": "g", "attributes": {"role": role}, "unknown": unknown}],
	},
}

test_an_unknown_role_is_at_its_place if {
	given := at("", [["role"]])
	some denied in service_owner.deny with input as given
	denied.path == ["role"]
}

test_owners_are_denied if {
	given := at("roles/owner", [])
	some denied in service_owner.deny with input as given
	denied.at == "g"
}

test_the_rest_passes if {
	given := at("roles/viewer", [])
	found := service_owner.deny with input as given
	count(found) == 0
}

test_an_unknown_member_may_be_the_account if {
	base := at("roles/owner", [])
	account := {"id": "a", "root": ".", "referred_by": []}
	grant := {"id": "g", "root": ".", "references": [], "attributes": {"role": "roles/owner"}, "unknown": [["member"]]}
	given := object.union(base, {"resources": {"google_service_account": [account], "google_project_iam_member": [grant]}})
	found := service_owner.deny with input as given
	{denied.needs | some denied in found} == {[{"resource": "g", "path": ["member"]}]}
}
