package policy.kubernetes.apiserver.weak_ciphers_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.weak_ciphers as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--tls-cipher-suites=TLS_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA"]) == {"kube-apiserver takes the weak ciphers TLS_RSA_WITH_3DES_EDE_CBC_SHA"}
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
