package policy.kubernetes.kubelet.certificate_rotation_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.certificate_rotation as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--rotate-certificates=false"]) == {"kubelet sets --rotate-certificates=false, so that its certificate runs out"}
}

test_allows if {
	found(["--rotate-certificates=true"]) == set()
	found(["--rotate-certificates=$(FLAG)"]) == set()
	found([]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--rotate-certificates=false"])
	count(found) == 0
}

in_a_file(attributes) := messages if {
	file := cluster.made("KubeletConfiguration.kubelet.config.k8s.io", "*", attributes)
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([file], [])
}

test_configuration_file if {
	in_a_file({"rotateCertificates": false}) == {"The configuration of the kubelet lets its certificate run out"}
	in_a_file({"rotateCertificates": true}) == set()
	in_a_file({}) == set()
}
