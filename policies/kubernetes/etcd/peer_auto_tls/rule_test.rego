package policy.kubernetes.etcd.peer_auto_tls_test

import data.lib.cluster
import data.policy.kubernetes.etcd.peer_auto_tls as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("etcd", arguments)
}

test_denies if {
	found(["--peer-auto-tls=true"]) == {"etcd sets --peer-auto-tls=true, with certificates that members cannot check"}
	found(["--peer-auto-tls"]) == {"etcd sets --peer-auto-tls, with certificates that members cannot check"}
}

test_allows if {
	found(["--peer-auto-tls=false"]) == set()
	found(["--peer-auto-tls=$(FLAG)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--peer-auto-tls=true"])
	count(found) == 0
}
