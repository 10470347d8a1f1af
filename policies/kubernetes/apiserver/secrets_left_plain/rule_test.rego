package policy.kubernetes.apiserver.secrets_left_plain_test

import data.policy.kubernetes.apiserver.secrets_left_plain as rule

found(lists) := {violation.path | some violation in violations} if {
	violations := rule.deny with input.resources["EncryptionConfiguration.apiserver.config.k8s.io"] as [{"id": "f", "unknown": [], "attributes": {"resources": lists}}]
}

plain := {"identity": {}}

encrypting := {"kms": {"apiVersion": "v2", "name": "keys"}}

test_identity_first if {
	found([{"resources": ["configmaps", "secrets"], "providers": [plain, encrypting]}]) == {["resources", 0, "providers", 0, "identity"]}
	found([{"resources": ["*."], "providers": [plain]}]) == {["resources", 0, "providers", 0, "identity"]}
	found([{"resources": ["events"], "providers": [encrypting]}, {"resources": ["*.*"], "providers": [plain]}]) == {["resources", 1, "providers", 0, "identity"]}
}

test_the_earlier_list_counts if {
	found([{"resources": ["secrets"], "providers": [encrypting, plain]}, {"resources": ["*.*"], "providers": [plain]}]) == set()
	count(found([{"resources": ["secrets"], "providers": [plain]}, {"resources": ["*.*"], "providers": [encrypting]}])) == 1
}

test_not_named if {
	found([{"resources": ["configmaps", "*.apps"], "providers": [encrypting]}]) == {["resources"]}
	found([]) == set()
}
