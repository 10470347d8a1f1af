package lib.credential_name_test

import data.lib.credential_name

test_names_of_credentials if {
	every name in ["password", "DB_PASSWORD", "client-secret", "apiToken", "mysql.root.passwd", "SMTP_PASS", "pass", "azurestorageaccountkey", "user_password", "nodePassword"] {
		credential_name.is_credential(name)
	}
}

test_names_about_them if {
	every name in ["username", "PASSWORD_FILE", "ALLOW_EMPTY_PASSWORD", "bypass", "proxy_pass", "NEXT_PUBLIC_API_KEY", "publishable-key", "token_ttl", "ca.crt", "enablePassword", "no-password"] {
		not credential_name.is_credential(name)
	}
}

test_names_of_credentials_themselves if {
	every name in ["db-password", "requirepass", "api_key", "clientSecret", "SMTP_PASS"] {
		credential_name.is_credential_itself(name)
	}
	every name in ["tls-secret", "initial-cluster-token", "no-password", "bypass", "username"] {
		not credential_name.is_credential_itself(name)
	}
}
