# Names of settings that say of what they name that it is a credential.
package lib.credential_name

# `DB_PASSWORD`, `client-secret`, `apiToken`: not a switch about one, nor a key that everybody may have.
is_credential(name) if {
	plain := lower(regex.replace(name, `[-_. ]`, ""))
	strings.any_suffix_match(plain, endings)
	not strings.any_prefix_match(plain, switches)
	not strings.any_suffix_match(plain, open_keys)
}

# `SMTP_PASS`, not `bypass`.
is_credential(name) if {
	words := regex.split(`[-_. ]`, lower(name))
	words[count(words) - 1] == "pass"
	not words[count(words) - 2] in {"by", "first", "proxy", "second"}
}

endings := {
	"accesskey", "accesstoken", "accountkey", "apikey", "apitoken", "authkey", "authtoken", "bearertoken", "bottoken",
	"clientsecret", "connectionstring", "credential", "credentials", "deploytoken", "encryptionkey", "githubtoken", "gitlabtoken",
	"licensekey", "masterkey", "passphrase", "passwd", "password", "passwords", "privatekey", "pwd", "refreshtoken",
	"secret", "secretkey", "sessiontoken", "sharedkey", "signingkey", "token", "webhookkey",
}

switches := {
	"allow", "create", "disable", "enable", "generate", "ignore", "manage", "no", "random", "require", "reset", "rotate", "skip",
	"use",
}

open_keys := {"publicaccesskey", "publicapikey", "publickey", "publishablekey"}
