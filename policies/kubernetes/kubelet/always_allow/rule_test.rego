package policy.kubernetes.kubelet.always_allow_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.always_allow as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--authorization-mode=AlwaysAllow"]) == {"kubelet sets --authorization-mode=AlwaysAllow, so that every request is allowed"}
	found([]) == {"kubelet does not set --authorization-mode, so that every request is allowed"}
}

test_allows if {
	found(["--authorization-mode=Webhook"]) == set()
	found(["--authorization-mode=$(V)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--authorization-mode=AlwaysAllow"])
	count(found) == 0
}

in_a_file(attributes) := messages if {
	file := cluster.made("KubeletConfiguration.kubelet.config.k8s.io", "*", attributes)
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([file], [])
}

test_configuration_file if {
	in_a_file({"authorization": {"mode": "AlwaysAllow"}}) == {"The configuration of the kubelet allows every request"}
	in_a_file({"authorization": {"mode": "Webhook"}}) == set()
	in_a_file({}) == set()
}
