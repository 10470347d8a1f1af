package policy.kubernetes.kubelet.read_only_port_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.read_only_port as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--read-only-port=10255"]) == {"kubelet sets --read-only-port=10255 and shows the pods of the node to everybody"}
	found([]) == {"kubelet does not set --read-only-port and shows the pods of the node to everybody"}
}

test_allows if {
	found(["--read-only-port=0"]) == set()
	found(["--read-only-port=$(V)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--read-only-port=10255"])
	count(found) == 0
}

in_a_file(attributes) := messages if {
	file := cluster.made("KubeletConfiguration.kubelet.config.k8s.io", "*", attributes)
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([file], [])
}

test_configuration_file if {
	in_a_file({"readOnlyPort": 10255}) == {"The configuration of the kubelet shows the pods of the node to everybody"}
	in_a_file({"readOnlyPort": 0}) == set()
	in_a_file({}) == set()
}
