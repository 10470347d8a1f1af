package policy.azure.app.plain_http_test

import data.policy.azure.app.plain_http as rule

messages(kind, attributes) := {violation.message | some violation in violations} if {
	violations := rule.deny with input.resources as {kind: [{"id": "a", "attributes": attributes}]}
}

test_denies if {
	messages("azurerm_linux_web_app", {}) == {"`https_only` is not set, and the default is `false`"}
	messages("azurerm_function_app", {"https_only": false}) == {"`https_only` is `false`"}
}

test_allows if {
	messages("azurerm_windows_web_app", {"https_only": true}) == set()
	messages("azurerm_spring_cloud_app", {}) == set()
}
