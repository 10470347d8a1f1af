package policy.aws.cognito.no_second_factor_test

import data.policy.aws.cognito.no_second_factor

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := no_second_factor.deny with input.resources.aws_cognito_user_pool as [resource]
}

test_default if {
	paths({}) == {["mfa_configuration"]}
	paths({"mfa_configuration": "OFF"}) == {["mfa_configuration"]}
	paths({"mfa_configuration": "OPTIONAL"}) == set()
	paths({"mfa_configuration": "ON"}) == set()
}

test_without_passwords if {
	paths({"sign_in_policy": [{"allowed_first_auth_factors": ["WEB_AUTHN", "EMAIL_OTP"]}]}) == set()
	paths({"sign_in_policy": [{"allowed_first_auth_factors": ["PASSWORD", "EMAIL_OTP"]}]}) == {["mfa_configuration"]}
}
