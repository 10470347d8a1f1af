package policy.aws.provider.static_credentials_test

import data.policy.aws.provider.static_credentials

key := "AKIAQWERTYUIOPASDFGH"

secret := "abcdEFGH1234abcdEFGH1234abcdEFGH1234abcd"

findings(attributes) := [[violation.path[0], count(violation.evidence)] | some violation in found] if {
	found := static_credentials.deny with input.resources as {"provider.aws": [{"id": "a", "attributes": attributes, "unknown": []}]}
}

test_written if {
	findings({"access_key": key}) == [["access_key", 0]]
	findings({"access_key": key, "secret_key": secret}) == [["secret_key", 1]]
	findings({"access_key": key, "secret_key": secret, "token": concat("", [secret, secret])}) == [["secret_key", 2]]
	findings({"access_key": key, "endpoints": [{"s3": "https://s3.example.com"}]}) == [["access_key", 0]]
}

test_not_written if {
	findings({}) == []
	findings({"region": "eu-west-1", "secret_key": ""}) == []
	findings({"access_key": "mock_access_key", "secret_key": "mock_secret_key", "token": "test"}) == []
	findings({"access_key": key, "secret_key": secret, "endpoints": [{"s3": "http://localhost:4566"}]}) == []
	findings({"access_key": key, "endpoints": [{"s3": "http://s3.localhost.localstack.cloud:4566"}]}) == []
}
