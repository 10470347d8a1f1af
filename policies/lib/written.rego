# Credentials that are written in the code where a service asks for one.
package lib.written

import data.lib.literal

# A place in a resource, if a credential is written there. What is made of another resource stands there, if it is
# written at all.
at(resource, path, name, text) := {"resource": resource.id, "path": path, "name": name} if {
	literal.written(text)
	not is_name_of_issued(name, text)
	not asks_for_one(text)
	not refers(resource, path)
	not path in object.get(resource, "given", [])
}

# Nobody issues a credential that is its own name: it stands to be replaced. A password may be chosen so.
is_name_of_issued(name, text) if {
	name in {"access_key", "access_token", "client_secret", "hec_token", "oauth_token", "token"}
	lower(text) == name
}

# `INSERT-PASSWORD-HERE`
asks_for_one(text) if regex.match(`^(?i)\s*(enter|insert|put|type|your)[-_ ].+[-_ ]here\s*$`, text)

refers(resource, path) if {
	some reference in resource.references
	array.slice(path, 0, count(reference.via)) == reference.via
}
