# What is said of credentials that stand where they do not belong.
package lib.credential

# What stands at a place, in words: "`result` of random_password.db and the sensitive variable `token`".
listed(flow) := concat(" and ", [credential.what | some credential in flow.credentials]) if {
	count(flow.credentials) > 0
}

listed(flow) := "what may be a credential" if count(flow.credentials) == 0

# Where each is made, and what hands it on.
evidence(flow) := [shown |
	some credential in flow.credentials
	some at, station in credential.stations
	shown := {"resource": station.resource, "path": station.path, "note": note(credential, at)}
]

note(credential, 0) := sprintf("%s comes from here", [credential.what])

note(credential, at) := sprintf("hands on %s", [credential.what]) if at > 0
