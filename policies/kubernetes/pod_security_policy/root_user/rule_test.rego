package policy.kubernetes.pod_security_policy.root_user_test

import data.lib.cluster
import data.policy.kubernetes.pod_security_policy.root_user as rule

found(spec) := messages if {
	document := cluster.document([cluster.made("PodSecurityPolicy", "apps", {"spec": spec})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"runAsUser": {"rule": "RunAsAny"}}) == {"The policy lets containers run as root"}
	found({"runAsUser": {"rule": "MustRunAs", "ranges": [{"min": 0, "max": 100}]}}) == {"The policy lets containers run as root"}
	found({}) == {"The policy lets containers run as root"}
}

test_allows if {
	found({"runAsUser": {"rule": "MustRunAsNonRoot"}}) == set()
	found({"runAsUser": {"rule": "MustRunAs", "ranges": [{"min": 1, "max": 100}]}}) == set()
}
