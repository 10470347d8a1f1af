package policy.kubernetes.apiserver.service_account_plugin_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.service_account_plugin as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--disable-admission-plugins=ServiceAccount"]) == {"kube-apiserver has ServiceAccount in --disable-admission-plugins"}
	found(["--disable-admission-plugins=DefaultStorageClass,ServiceAccount"]) == {"kube-apiserver has ServiceAccount in --disable-admission-plugins"}
}

test_allows if {
	found([]) == set()
	found(["--disable-admission-plugins=DefaultStorageClass"]) == set()
	found(["--disable-admission-plugins=$(LIST)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--disable-admission-plugins=ServiceAccount"])
	count(found) == 0
}
