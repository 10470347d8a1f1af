package policy.kubernetes.helm.written_credential_test

import data.policy.kubernetes.helm.written_credential as rule

messages(sink, credentials) := {violation.message | some violation in violations} if {
	violations := rule.deny with input.credential_flows as [{
		"id": "r", "path": ["values"], "sink": sink, "unknown": [], "credentials": credentials,
	}]
}

written := {"what": "the value written as `password`", "class": "password", "stations": []}

test_written if {
	messages("release-values", [written]) == {"The release's values hold the value written as `password`"}
	messages("pod-environment", [written]) == set()
}

test_made_or_handed_over if {
	every what in ["the variable `password`", "the sensitive variable `password`"] {
		messages("release-values", [{"what": what, "class": "password", "stations": []}]) == set()
	}
	messages("release-values", [{"what": "`result` of random_password.a", "class": "password", "stations": [{}]}]) == set()
	messages("release-values", []) == {"The release's values hold what may be a credential"}
}
