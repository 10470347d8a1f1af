package lib.ciphers_test

import data.lib.ciphers

test_weak_ciphers if {
	"TLS_RSA_WITH_RC4_128_SHA" in ciphers.weak
	not "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" in ciphers.weak
}
