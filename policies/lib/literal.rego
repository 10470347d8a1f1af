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
		"changeme", "changethis", "dummy", "example", "fake", "insert", "mock", "placeholder", "redacted",
		"replace", "todo", "your",
	}
	contains(plain, word)
}

stands_in(text) if lower(text) in {"none", "null", "test", "testing", "unused"}

# A text that is there as it is written: not one that something else is put in for (`<password>`, `{{ password }}`).
written(text) if {
	is_string(text)
	trim_space(text) != ""
	not regex.match(`^\s*(<[^<>]*>|\$?\{.*\}|\$[A-Za-z_]+|__[A-Za-z0-9_]+__|#\{.*\}#?|%[A-Za-z0-9_]+%)\s*$`, text)
}
