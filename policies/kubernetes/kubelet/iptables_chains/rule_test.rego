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

in_a_file(attributes) := messages if {
	file := cluster.made("KubeletConfiguration.kubelet.config.k8s.io", "*", attributes)
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([file], [])
}

test_configuration_file if {
	in_a_file({"makeIPTablesUtilChains": false}) == {"The configuration of the kubelet has it make no chains of iptables"}
	in_a_file({"makeIPTablesUtilChains": true}) == set()
	in_a_file({}) == set()
}
