package policy.terraform.provider.static_credentials_test

import data.policy.terraform.provider.static_credentials

token := "a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4"

findings(kind, attributes) := {concat(".", [sprintf("%v", [step]) | some step in violation.path]) | some violation in found} if {
	found := static_credentials.deny with input.resources as {kind: [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_arguments if {
	findings("provider.azurerm", {"client_id": token, "client_secret": token}) == {"client_secret"}
	findings("provider.github", {"token": token, "app_auth": [{"pem_file": token}]}) == {"token", "app_auth.0.pem_file"}
	findings("provider.kubernetes", {"token": token, "password": "hunter2"}) == {"token", "password"}
}

test_helm if {
	findings("provider.helm", {
		"kubernetes": [{"token": token}],
		"registry": [{"password": "hunter2"}],
	}) == {"kubernetes.0.token", "registry.0.password"}
	findings("provider.helm", {
		"kubernetes": {"password": "hunter2"},
		"registries": [{"password": "hunter2"}],
	}) == {"kubernetes.password", "registries.0.password"}
	findings("provider.helm", {}) == set()
}

test_key_files if {
	findings("provider.google", {"credentials": {"type": "service_account", "private_key": token}}) == {"credentials.private_key"}
	findings("provider.google-beta", {"credentials": {"refresh_token": token}}) == {"credentials.refresh_token"}
	findings("provider.google", {"credentials": "keys/deployment.json"}) == set()
	findings("provider.google", {"credentials": {"type": "external_account"}}) == set()
}

test_logins_of_vault if {
	findings("provider.vault", {"auth_login_userpass": [{"username": "a", "password": "hunter2"}]}) == {"auth_login_userpass.0.password"}
	findings("provider.vault", {"auth_login_aws": [{"aws_secret_access_key": token}]}) == {"auth_login_aws.0.aws_secret_access_key"}
	findings("provider.vault", {"auth_login_userpass": [{"username": "a"}]}) == set()
}

test_stand_ins if {
	findings("provider.datadog", {"api_key": "test", "app_key": "fake"}) == set()
	findings("provider.github", {"token": "<TOKEN>"}) == set()
	findings("provider.kubernetes", {}) == set()
}
