package policy.kubernetes.apiserver.encryption_at_rest_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.encryption_at_rest as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not set --encryption-provider-config, so that Secrets are not encrypted in etcd"}
	found(["--encryption-provider-config="]) == {"kube-apiserver does not set --encryption-provider-config, so that Secrets are not encrypted in etcd"}
}

test_allows if {
	found(["--encryption-provider-config=/etc/kubernetes/pki/file"]) == set()
	found(["--encryption-provider-config=$(FILE)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}
