package policy.kubernetes.apiserver.secrets_in_audit_log_test

import data.policy.kubernetes.apiserver.secrets_in_audit_log as rule

found(rules) := {violation.path[1] | some violation in violations} if {
	violations := rule.deny with input.resources["Policy.audit.k8s.io"] as [{"id": "p", "unknown": [], "attributes": {"rules": rules}}]
}

all(level) := {"level": level}

of(level, group) := {"level": level, "resources": [group]}

secrets := {"group": "", "resources": ["secrets", "configmaps"]}

test_everything if {
	found([all("RequestResponse")]) == {0}
	found([all("Metadata")]) == set()
	found([of("Metadata", secrets), all("Request")]) == set()
	found([of("None", {"group": "", "resources": ["pods"]}), all("Request")]) == {1}
	found([{"level": "Request", "nonResourceURLs": ["/healthz*"]}]) == set()
}

test_secrets_by_name if {
	every group in [secrets, {}, {"group": ""}, {"resources": ["*"]}, {"resources": ["*/*"]}] {
		found([of("RequestResponse", group)]) == {0}
		found([of("Metadata", group), all("RequestResponse")]) == set()
	}
	found([of("RequestResponse", {"group": "apps"})]) == set()
	found([of("RequestResponse", {"resources": ["pods"]})]) == set()
}

test_an_earlier_rule_for_some if {
	every narrow in [{"users": ["a"]}, {"userGroups": ["a"]}, {"verbs": ["get"]}, {"namespaces": ["a"]}] {
		found([object.union(of("Metadata", secrets), narrow), all("Request")]) == {1}
	}
	found([of("Metadata", object.union(secrets, {"resourceNames": ["a"]})), all("Request")]) == {1}
}
