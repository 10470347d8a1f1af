package policy.kubernetes.pod.host_aliases_test

import data.lib.cluster
import data.policy.kubernetes.pod.host_aliases as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"hostAliases": [{"ip": "10.0.0.1", "hostnames": ["db.acme.io", "db"]}]}) == {"Pods of this Deployment take 10.0.0.1 for db.acme.io, db, whatever DNS says"}
}

test_allows if {
	found({}) == set()
	found({"hostAliases": []}) == set()
}
