package policy.kubernetes.apiserver.encryption_key_in_file_test

import data.policy.kubernetes.apiserver.encryption_key_in_file as rule

found(providers) := {violation.path | some violation in violations} if {
	lists := [{"resources": ["secrets"], "providers": providers}]
	violations := rule.deny with input.resources["EncryptionConfiguration.apiserver.config.k8s.io"] as [{"id": "f", "attributes": {"resources": lists}}]
}

place(at, method) := ["resources", 0, "providers", at, method, "keys", 0, "secret"]

test_written if {
	every method in ["aescbc", "aesgcm", "secretbox"] {
		found([{"identity": {}}, {method: {"keys": [{"name": "k", "secret": "Yjhjb2xkZXItMjItYjhjb2xkZXItMjItYjhjb2xkZXI="}]}}]) == {place(1, method)}
	}
}

test_put_in_later if {
	found([{"aescbc": {"keys": [{"name": "k", "secret": "<BASE 64 ENCODED SECRET>"}]}}]) == set()
	found([{"aescbc": {"keys": [{"name": "k", "secret": "${ENCRYPTION_KEY}"}]}}]) == set()
	found([{"kms": {"name": "keys"}}]) == set()
}
