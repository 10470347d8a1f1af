package policy.kubernetes.apiserver.pod_security_plugin_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.pod_security_plugin as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found(["--disable-admission-plugins=PodSecurity"]) == {"kube-apiserver has PodSecurity in --disable-admission-plugins, so that the levels of namespaces have no effect"}
	found(["--disable-admission-plugins=DefaultStorageClass,PodSecurity"]) == {"kube-apiserver has PodSecurity in --disable-admission-plugins, so that the levels of namespaces have no effect"}
}

test_allows if {
	found([]) == set()
	found(["--disable-admission-plugins=DefaultStorageClass"]) == set()
	found(["--disable-admission-plugins=$(LIST)"]) == set()
	found(["--admission-control=/etc/kubernetes/admission-control.yaml"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", ["--disable-admission-plugins=PodSecurity"])
	count(found) == 0
}
