package policy.kubernetes.admission.fails_open_test

import data.policy.kubernetes.admission.fails_open as rule

found(kind, attributes) := {[violation.path, violation.message] | some violation in violations} if {
	violations := rule.deny with input as {"resources": {kind: [{"id": "x", "attributes": attributes}]}}
}

test_webhooks if {
	found("ValidatingWebhookConfiguration", {"webhooks": [{"name": "a", "failurePolicy": "Fail"}, {"name": "b", "failurePolicy": "Ignore"}]}) == {[
		["webhooks", 1, "failurePolicy"],
		`Without an answer of webhook "b" objects are stored unchecked`,
	]}
	found("ValidatingWebhookConfiguration", {"webhooks": [{"name": "a"}]}) == set()
}

test_policies if {
	found("ValidatingAdmissionPolicy", {"spec": {"failurePolicy": "Ignore"}}) == {[
		["spec", "failurePolicy"],
		"Where the policy cannot be worked out, objects are stored unchecked",
	]}
	found("ValidatingAdmissionPolicy", {"spec": {}}) == set()
}
