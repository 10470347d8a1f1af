package lib.credential_test

import data.lib.credential

flow := {"credentials": [
	{"what": "the sensitive variable `a`", "stations": []},
	{"what": "`result` of b", "stations": [{"resource": "b", "path": ["result"]}, {"resource": "c", "path": ["output"]}]},
]}

test_credentials_are_listed if {
	credential.listed(flow) == "the sensitive variable `a` and `result` of b"
	credential.listed({"credentials": []}) == "what may be a credential"
}

test_stations_are_evidence if {
	credential.evidence(flow) == [
		{"resource": "b", "path": ["result"], "note": "`result` of b comes from here"},
		{"resource": "c", "path": ["output"], "note": "hands on `result` of b"},
	]
}
