package policy.kubernetes.config.long_lived_token_test

import data.policy.kubernetes.config.long_lived_token as rule

found(attributes) := {[violation.path, violation.message] | some violation in violations} if {
	violations := rule.deny with input.resources.Secret as [{"id": "s", "attributes": attributes}]
}

type := "kubernetes.io/service-account-token"

test_denies if {
	found({"type": type, "metadata": {"annotations": {"kubernetes.io/service-account.name": "build"}}}) == {[["type"], `The Secret is a token of service account "build" that never expires`]}
	found({"type": type}) == {[["type"], "The Secret is a token of a service account that never expires"]}
}

test_allows if {
	found({"type": "Opaque"}) == set()
	found({}) == set()
}
