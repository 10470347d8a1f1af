package policy.kubernetes.exposure.database_service_test

import data.policy.kubernetes.exposure.database_service

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


at(spec, openings) := {
	"exposures": [exposed("s", "Service", {"openings": openings})],
	"resources": {"Service": [{"id": "s", "attributes": {"spec": spec}}]},
}

opening(from, to) := {"protocol": "tcp", "standing": "open", "from": from, "to": to, "unknown": []}

test_a_database_is_denied if {
	given := at({"selector": {"app": "x"}}, [opening(5432, 5432)])
	some denied in database_service.deny with input as given
	denied.message == "The internet reaches port 5432, where PostgreSQL answers"
}

test_other_ports_and_services_without_pods_pass if {
	every case in [at({"selector": {"app": "x"}}, [opening(443, 443)]), at({}, [opening(5432, 5432)])] {
		found := database_service.deny with input as case
		count(found) == 0
	}
}
