package lib.literal_test

import data.lib.literal

test_issued if {
	every text in [
		"ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6",
		"Qn58Q~h3gYcR.v-1kQ_tW2zX9bL7mN4pS6dFj0aK",
		"-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA3tzMIIEpAIBAAKCAQEA3tz\n-----END RSA PRIVATE KEY-----",
	] {
		literal.issued(text)
	}
}

test_not_issued if {
	every text in [
		"",
		"test",
		"mock_access_key",
		"anaccesskeythatislong",
		"<OKTA_API_TOKEN_1234>",
		"your-api-token-goes-here-1",
		"00000000-0000-0000-0000-000000000000",
		"/run/secrets/token 1234567",
		"-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
		["ghp_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6"],
	] {
		not literal.issued(text)
	}
}

test_chosen if {
	every text in ["hunter2", "correct-horse"] {
		literal.chosen(text)
	}
	every text in ["", "test", "CHANGE_ME", "****", "${PASSWORD}", "two words", 1] {
		not literal.chosen(text)
	}
}

test_written if {
	every text in ["hunter2", "changeme", "two words", "a<b>c", "Pa$$word"] {
		literal.written(text)
	}
	every text in ["", "  ", "<password>", "{{ password }}", "${PASSWORD}", "$PASSWORD", "__PASSWORD__", "#{Password}#", "%PASSWORD%", 1] {
		not literal.written(text)
	}
}
