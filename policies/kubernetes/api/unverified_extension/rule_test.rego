package policy.kubernetes.api.unverified_extension_test

import data.policy.kubernetes.api.unverified_extension as rule

found(spec) := {violation.message | some violation in violations} if {
	violations := rule.deny with input.resources.APIService as [{"id": "s", "attributes": {"spec": spec}}]
}

test_denies if {
	found({"group": "metrics.k8s.io", "insecureSkipTLSVerify": true}) == {"The certificate of what answers for metrics.k8s.io is not checked"}
	found({"insecureSkipTLSVerify": true}) == {"The certificate of what answers for the extension is not checked"}
}

test_allows if {
	found({"group": "metrics.k8s.io", "insecureSkipTLSVerify": false}) == set()
	found({"group": "metrics.k8s.io", "caBundle": "LS0t"}) == set()
}
