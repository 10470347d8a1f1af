package lib.default_account_test

import data.lib.default_account

test_default_accounts if {
	default_account.is_default({"scopes": []})
	default_account.is_default({"email": "1-compute@developer.gserviceaccount.com"})
	not default_account.is_default({"email": "app@p.iam.gserviceaccount.com"})
}

test_scopes if {
	default_account.has_every_scope({"scopes": ["logging-write", "cloud-platform"]})
	default_account.has_every_scope({"scopes": ["https://www.googleapis.com/auth/cloud-platform"]})
	not default_account.has_every_scope({"scopes": ["https://www.googleapis.com/auth/cloud-platform.read-only"]})
}

exposed(unknown) if {
	opening := {"standing": "open", "protocol": "tcp", "from": 3389, "to": 3389, "unknown": []}
	reached := {"id": "m", "standing": "open", "unknown": unknown, "openings": [opening]}
	default_account.is_exposed({"id": "m"}) with input as {"exposures": [reached]}
}

test_exposed_machines if {
	exposed([])
	not exposed([{"resource": "f", "path": ["source_ranges"]}])
}
