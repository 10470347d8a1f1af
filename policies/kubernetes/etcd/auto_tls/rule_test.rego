package policy.kubernetes.etcd.auto_tls_test

import data.lib.cluster
import data.policy.kubernetes.etcd.auto_tls as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("etcd", arguments)
}

test_denies if {
	found(["--auto-tls=true"]) == {"etcd sets --auto-tls=true, with certificates that nobody can check"}
	found(["--auto-tls"]) == {"etcd sets --auto-tls, with certificates that nobody can check"}
}

test_allows if {
	found(["--auto-tls=false"]) == set()
	found(["--auto-tls=$(FLAG)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--auto-tls=true"])
	count(found) == 0
}
