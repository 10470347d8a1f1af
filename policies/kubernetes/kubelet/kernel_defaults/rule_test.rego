package policy.kubernetes.kubelet.kernel_defaults_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.kernel_defaults as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--protect-kernel-defaults=false"]) == {"kubelet sets --protect-kernel-defaults=false, so that it may change settings of the kernel"}
	found([]) == {"kubelet does not set --protect-kernel-defaults, so that it may change settings of the kernel"}
}

test_allows if {
	found(["--protect-kernel-defaults=true"]) == set()
	found(["--protect-kernel-defaults=$(FLAG)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--protect-kernel-defaults=false"])
	count(found) == 0
}

in_a_file(attributes) := messages if {
	file := cluster.made("KubeletConfiguration.kubelet.config.k8s.io", "*", attributes)
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([file], [])
}

test_configuration_file if {
	in_a_file({"protectKernelDefaults": false}) == {"The configuration of the kubelet has it change settings of the kernel"}
	in_a_file({"protectKernelDefaults": true}) == set()
	in_a_file({}) == set()
}
