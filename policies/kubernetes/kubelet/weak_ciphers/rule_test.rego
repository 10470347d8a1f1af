package policy.kubernetes.kubelet.weak_ciphers_test

import data.lib.cluster
import data.policy.kubernetes.kubelet.weak_ciphers as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kubelet", arguments)
}

test_denies if {
	found(["--tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA"]) == {"kubelet takes the weak ciphers TLS_RSA_WITH_3DES_EDE_CBC_SHA"}
}

test_allows if {
	found([]) == set()
	found(["--tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]) == set()
	found(["--tls-cipher-suites=$(C)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA"])
	count(found) == 0
}

in_a_file(attributes) := messages if {
	file := cluster.made("KubeletConfiguration.kubelet.config.k8s.io", "*", attributes)
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([file], [])
}

test_configuration_file if {
	in_a_file({"tlsCipherSuites": ["TLS_RSA_WITH_RC4_128_SHA"]}) == {"The configuration of the kubelet has the weak cipher TLS_RSA_WITH_RC4_128_SHA"}
	in_a_file({"tlsCipherSuites": ["TLS_AES_128_GCM_SHA256"]}) == set()
	in_a_file({}) == set()
}
