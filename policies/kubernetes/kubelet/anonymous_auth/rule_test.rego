package policy.kubernetes.kubelet.anonymous_auth_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.anonymous_auth as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--anonymous-auth=true"]) == {"kubelet sets --anonymous-auth=true, so that requests without credentials are taken"}
	found(["--anonymous-auth"]) == {"kubelet sets --anonymous-auth, so that requests without credentials are taken"}
	found([]) == {"kubelet does not set --anonymous-auth, so that requests without credentials are taken"}
}

test_allows if {
	found(["--anonymous-auth=false"]) == set()
	found(["--anonymous-auth=$(FLAG)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--anonymous-auth=true"])
	count(found) == 0
}

in_a_file(attributes) := messages if {
	file := cluster.made("KubeletConfiguration.kubelet.config.k8s.io", "*", attributes)
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([file], [])
}

test_configuration_file if {
	in_a_file({"authentication": {"anonymous": {"enabled": true}}}) == {"The configuration of the kubelet lets in requests without credentials"}
	in_a_file({"authentication": {"anonymous": {"enabled": false}}}) == set()
	in_a_file({}) == set()
}
