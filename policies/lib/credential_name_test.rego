package lib.credential_name_test

import data.lib.credential_name

test_names_of_credentials if {
	every name in ["password", "DB_PASSWORD", "client-secret", "apiToken", "mysql.root.passwd", "SMTP_PASS", "pass", "azurestorageaccountkey"] {
		credential_name.is_credential(name)
	}
}

test_names_about_them if {
	every name in ["username", "PASSWORD_FILE", "ALLOW_EMPTY_PASSWORD", "bypass", "proxy_pass", "NEXT_PUBLIC_API_KEY", "publishable-key", "token_ttl", "ca.crt"] {
		not credential_name.is_credential(name)
	}
}
