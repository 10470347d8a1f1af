# Names of settings that say of what they name that it is a credential.
package lib.credential_name

# `DB_PASSWORD`, `client-secret`, `apiToken`: not a switch about one, nor a key that everybody may have.
is_credential(name) if {
	plain := lower(regex.replace(name, `[-_. ]`, ""))
	strings.any_suffix_match(plain, endings)
	not is_switch(name)
	not strings.any_suffix_match(plain, open_keys)
}

# `SMTP_PASS`, not `bypass`.
is_credential(name) if {
	words := regex.split(`[-_. ]`, lower(name))
	words[count(words) - 1] == "pass"
	not words[count(words) - 2] in {"by", "first", "proxy", "second"}
}

# One that can hardly be the name or the place of a credential: of a Secret (`--tls-secret`), of a cluster
# (`--initial-cluster-token`).
is_credential_itself(name) if {
	is_credential(name)
	strings.any_suffix_match(lower(regex.replace(name, `[-_. ]`, "")), sure)
}

sure := {
	"accesstoken", "accountkey", "apikey", "apitoken", "authkey", "authtoken", "bearertoken", "bottoken", "clientsecret",
	"cookiesecret", "githubtoken", "gitlabtoken", "jwtsecret", "pass", "passphrase", "passwd", "password", "secretaccesskey",
	"secretkey", "sessionsecret", "sharedkey",
}

endings := {
	"accesskey", "accesstoken", "accountkey", "apikey", "apitoken", "authkey", "authtoken", "bearertoken", "bottoken",
	"clientsecret", "connectionstring", "credential", "credentials", "deploytoken", "encryptionkey", "githubtoken", "gitlabtoken",
	"licensekey", "masterkey", "passphrase", "passwd", "password", "passwords", "privatekey", "pwd", "refreshtoken", "requirepass",
	"secret", "secretkey", "sessiontoken", "sharedkey", "signingkey", "token", "webhookkey",
}

# `ENABLE_PASSWORD`, `usePassword`
is_switch(name) if regex.match(`^(?i:allow|create|disable|enable|generate|ignore|manage|no|random|require|reset|rotate|skip|use)[-_. ]`, name)

is_switch(name) if regex.match(`^(allow|create|disable|enable|generate|ignore|manage|random|require|reset|rotate|skip|use)[A-Z]`, name)

open_keys := {"publicaccesskey", "publicapikey", "publickey", "publishablekey"}
