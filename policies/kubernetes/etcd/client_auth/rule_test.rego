package policy.kubernetes.etcd.client_auth_test

import data.lib.cluster
import data.policy.kubernetes.etcd.client_auth as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("etcd", arguments)
}

test_denies if {
	found(["--client-cert-auth=false"]) == {"etcd sets --client-cert-auth=false, so that whoever reaches it reads and writes everything"}
	found([]) == {"etcd does not set --client-cert-auth, so that whoever reaches it reads and writes everything"}
}

test_allows if {
	found(["--client-cert-auth=true"]) == set()
	found(["--client-cert-auth=$(FLAG)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--client-cert-auth=false"])
	count(found) == 0
}
