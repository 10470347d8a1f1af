# Credentials told by what they look like. A text that stands where one is expected may be one for a local substitute of
# the service (`test`, `mock_access_key`), or be there to be replaced: neither lets anybody in.
package lib.literal

# A credential that a service has issued: a random text without blanks, or a private key.
issued(text) if {
	is_string(text)
	regex.match(`^[A-Za-z0-9._~+/=:|@-]{16,}$`, text)
	regex.match(`[0-9]`, text)
	count({letter | some letter in split(text, "")}) >= 8
	not stands_in(text)
}

issued(text) if {
	is_string(text)
	contains(text, "PRIVATE KEY-----")
	regex.match(`[A-Za-z0-9+/=]{32,}`, text)
}

# A password that somebody has chosen.
chosen(text) if {
	is_string(text)
	regex.match(`^[^\s<>{}$]{4,}$`, text)
	count({letter | some letter in split(text, "")}) >= 2
	not stands_in(text)
}

stands_in(text) if {
	plain := lower(regex.replace(text, `[-_.]`, ""))
	some word in {
		"changeit", "changeme", "changethis", "dummy", "example", "fake", "insert", "mock", "placeholder", "redacted",
		"replace", "todo", "your",
	}
	contains(plain, word)
}

stands_in(text) if lower(text) in {"none", "null", "test", "testing", "unused"}

# `sample_token`, and the bare name of what only a service gives out: `client_secret`.
stands_in(text) if regex.match(`^(?i)(sample[-_]|(access[-_]token|api[-_](key|token)|auth[-_]token|client[-_]secret|license[-_]key|refresh[-_]token)$)`, text)

# A text that is there as it is written: not one that something else is put in for (`<password>`, `{{ password }}`).
written(text) if {
	is_string(text)
	trim_space(text) != ""
	not regex.match(`^\s*(<[^<>]*>|\$?\{.*\}|\$[A-Za-z_]+|__[A-Za-z0-9_]+__|#\{.*\}#?|%[A-Za-z0-9_]+%)\s*$`, text)
}

# What stands where a credential is expected and is one, as far as can be told: it does not say where the credential is
# kept, is not encrypted or hashed, and does not stand to be replaced.
real(text) if {
	is_string(text)
	regex.match(`^[^\s*]{4,}$`, text)
	count({letter | some letter in split(text, "")}) >= 2
	not stands_in(text)
	not refers(lower(text))
	not regex.match(`^[A-Z_]*_[A-Z_]*$`, text)
	not lower(text) in {"default", "disabled", "enabled", "false", "true", "undefined"}
}

refers(text) if {
	some start in {
		"$", "%", "<", "{", "#{", "[", "@", "/", "./", "../", "~", "arn:", "http:", "https:", "op:", "ref+", "enc[", "vault:", "bao:",
		"file:", "env:", "ssm:", "secretsmanager:", "projects/", "secretref:", "keyvault:", "doppler:",
	}
	startswith(text, start)
}

refers(text) if {
	some mark in {"${", "$(", "{{", "<%", "%(", "..."}
	contains(text, mark)
}

# A credential that is told by its form, wherever it stands: a private key, a token of a service that marks its tokens, an
# address with a password in it.
issued_by_form(text) if {
	is_string(text)
	regex.match(`-----BEGIN ([A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=\s]{32}`, text)
}

issued_by_form(text) if {
	is_string(text)
	some token in regex.find_n(tokens, text, -1)
	count({letter | some letter in split(token, "")}) >= 8
	not stands_in(token)
}

issued_by_form(text) if count(passwords_in_addresses(text)) > 0

tokens := `\b(gh[opusr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|glpat-[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{36,}|pypi-[A-Za-z0-9_-]{40,}|[sr]k_live_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|dop_v1_[a-f0-9]{40,}|hvs\.[A-Za-z0-9_-]{24,})`

# `postgres://app:here@db`; `https://bot:token@host` says what belongs there.
passwords_in_addresses(text) := [password |
	is_string(text)
	some address in regex.find_n(`[A-Za-z0-9]://[^\s/"'?#<,\\@]*:[^\s/"'?#<,\\]*@`, text, -1)
	authority := split(address, "://")[1]
	password := trim_suffix(substring(authority, indexof(authority, ":") + 1, -1), "@")
	not regex.match(`[${}*%]`, password)
	not lower(password) == "token"
	real(password)
]
