package policy.kubernetes.kubelet.hostname_override_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.hostname_override as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--hostname-override=node-7"]) == {"kubelet sets --hostname-override=node-7"}
	found(["--hostname-override", "node-7"]) == {"kubelet sets --hostname-override=node-7"}
}

test_allows if {
	found([]) == set()
	found(["--hostname-override="]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--hostname-override=node-7"])
	count(found) == 0
}
