package policy.kubernetes.etcd.peer_auth_test

import data.lib.cluster
import data.policy.kubernetes.etcd.peer_auth as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("etcd", arguments)
}

test_denies if {
	found(["--peer-client-cert-auth=false"]) == {"etcd sets --peer-client-cert-auth=false, so that anybody may speak as a member"}
	found([]) == {"etcd does not set --peer-client-cert-auth, so that anybody may speak as a member"}
}

test_allows if {
	found(["--peer-client-cert-auth=true"]) == set()
	found(["--peer-client-cert-auth=$(FLAG)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--peer-client-cert-auth=false"])
	count(found) == 0
}
