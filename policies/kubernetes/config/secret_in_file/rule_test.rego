package policy.kubernetes.config.secret_in_file_test

import data.policy.kubernetes.config.secret_in_file as rule

found(attributes) := violations if {
	violations := rule.deny with input.resources.Secret as [{"id": "s", "attributes": attributes}]
}

messages(attributes) := {violation.message | some violation in found(attributes)}

test_reports_the_first_and_shows_the_others if {
	violations := found({"data": {"password": "aHVudGVyLTIy"}, "stringData": {"token": "hunter-22", "user": "shop"}})
	violations == {{
		"resource": "s",
		"path": ["data", "password"],
		"needs": [{"resource": "s", "path": ["type"]}],
		"evidence": [{"resource": "s", "path": ["stringData", "token"], "note": `the value of "token", too`}],
		"message": `The Secret has the value of "password" in the file, in Base64, which hides nothing`,
	}}
}

test_reports_plain_text if {
	messages({"stringData": {"url": "amqp://u:hunter-22@queue"}}) == {`The Secret has the value of "url" in the file`}
	count(messages({"stringData": {"sealkey": "hunter-22"}})) == 1
	count(messages({"type": "kubernetes.io/dockercfg", "stringData": {".dockercfg": `{"r": {"password": "hunter-22"}}`}})) == 1
}

test_covers_no_name_that_is_the_value if {
	messages({"stringData": {"root_password": "password"}}) == {"The Secret has a credential in the file"}
}

test_names_of_users if {
	messages({"stringData": {"accesskey": "minio-user"}}) == set()
	count(messages({"stringData": {"access_key": "b8Kq2Zr7Lw9Xv4Tn6Ypd"}})) == 1
}

test_what_is_given_for_one_run if {
	secret := {"id": "s", "given": [["stringData", "password"]], "attributes": {"stringData": {"password": "hunter-22", "token": "hunter-22"}}}
	violations := rule.deny with input.resources.Secret as [secret]
	{violation.path | some violation in violations} == {["stringData", "token"]}
}

test_silent if {
	messages({}) == set()
	messages({"data": {"password": "ENC[AES256_GCM,data:x]"}}) == set()
	messages({"stringData": {"password": "ENC[AES256_GCM,data:x]"}}) == set()
	messages({"type": "kubernetes.io/service-account-token", "stringData": {"token": "hunter-22"}}) == set()
	messages({"stringData": {"password": "${PASSWORD}", "user": "hunter-22", "public-key": "hunter-22"}}) == set()
	messages({"type": "kubernetes.io/dockercfg", "stringData": {".dockercfg": `{"r": {"password": "changeme"}}`}}) == set()
	messages({"type": "Opaque", "stringData": {".dockercfg": `{"r": {"password": "hunter-22"}}`}}) == set()
}

test_what_repeats_its_key_in_capitals if {
	messages({"stringData": {"CLIENT_SECRET": "SECRET"}}) == set()
	count(messages({"stringData": {"CLIENT_SECRET": "HUNTER"}})) == 1
}
