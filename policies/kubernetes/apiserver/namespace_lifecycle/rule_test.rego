package policy.kubernetes.apiserver.namespace_lifecycle_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.namespace_lifecycle as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--disable-admission-plugins=NamespaceLifecycle"]) == {"kube-apiserver has NamespaceLifecycle in --disable-admission-plugins"}
	found(["--disable-admission-plugins=DefaultStorageClass,NamespaceLifecycle"]) == {"kube-apiserver has NamespaceLifecycle in --disable-admission-plugins"}
}

test_allows if {
	found([]) == set()
	found(["--disable-admission-plugins=DefaultStorageClass"]) == set()
	found(["--disable-admission-plugins=$(LIST)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--disable-admission-plugins=NamespaceLifecycle"])
	count(found) == 0
}
