package policy.kubernetes.apiserver.always_admit_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.always_admit as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--enable-admission-plugins=AlwaysAdmit"]) == {"kube-apiserver has AlwaysAdmit in --enable-admission-plugins"}
	found(["--enable-admission-plugins=NodeRestriction,AlwaysAdmit"]) == {"kube-apiserver has AlwaysAdmit in --enable-admission-plugins"}
}

test_allows if {
	found([]) == set()
	found(["--enable-admission-plugins=NodeRestriction"]) == set()
	found(["--enable-admission-plugins=$(LIST)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--enable-admission-plugins=AlwaysAdmit"])
	count(found) == 0
}
