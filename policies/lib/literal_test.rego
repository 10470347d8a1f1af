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

test_real if {
	every text in ["hunter2", "password", "k8s-goat-cd2da27224591da2b48ef83826a8a6c3", "toor", "p@ss:w0rd!"] {
		literal.real(text)
	}
	every text in ["secret_key", "sampled-token", "samples", "my-api-key"] {
		literal.real(text)
	}
	every text in ["client_secret", "API-KEY", "sample_root_token"] {
		not literal.real(text)
	}
	every text in ["", "abc", "xxxx", "****", "CHANGE_ME", "changeme", "REPLACE_ME", "MY_PASSWORD", "${PASSWORD}", "a${B}c", "{{ .Values.a }}"] {
		not literal.real(text)
	}
	every text in ["<password>", "op://vault/item", "ENC[AES256_GCM,data:x]", "$2y$12$4K/VkmDd1q1Orb3x", "true", "two words", "vault:secret/data", 1234] {
		not literal.real(text)
	}
}

test_issued_by_form if {
	every text in [
		"-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAzpdyhsP2T6TzlFN0jWoJmqOk\n",
		"token: ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
		"postgres://app:hunter2@db:5432/app",
	] {
		literal.issued_by_form(text)
	}
	every text in [
		"-----BEGIN CERTIFICATE-----\nMIIEpAIBAAKCAQEAzpdyhsP2T6TzlFN0jWoJmqOk\n",
		"-----BEGIN PRIVATE KEY-----\n",
		"ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
		"postgres://app:${PASSWORD}@db:5432/app",
		"postgres://app@db:5432/app",
		"https://example.com/a:b@c",
		1,
	] {
		not literal.issued_by_form(text)
	}
}

test_passwords_in_addresses if {
	literal.passwords_in_addresses("a://u:hunter2@h b://u:x@h c://u:token@h") == ["hunter2"]
	literal.passwords_in_addresses(1) == []
}
