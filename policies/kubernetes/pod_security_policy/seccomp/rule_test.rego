package policy.kubernetes.pod_security_policy.seccomp_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.seccomp as rule

found(annotations) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"metadata": {"annotations": annotations}})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"The seccomp profile that pods get is none"}
	found({"seccomp.security.alpha.kubernetes.io/defaultProfileName": "unconfined"}) == {"The seccomp profile that pods get is unconfined"}
}

test_allows if {
	found({"seccomp.security.alpha.kubernetes.io/defaultProfileName": "runtime/default"}) == set()
	found({"seccomp.security.alpha.kubernetes.io/defaultProfileName": "localhost/a"}) == set()
}
