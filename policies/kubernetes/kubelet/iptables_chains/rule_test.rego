package policy.kubernetes.kubelet.iptables_chains_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.iptables_chains as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--make-iptables-util-chains=false"]) == {"kubelet sets --make-iptables-util-chains=false"}
}

test_allows if {
	found(["--make-iptables-util-chains=true"]) == set()
	found(["--make-iptables-util-chains=$(FLAG)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--make-iptables-util-chains=false"])
	count(found) == 0
}
