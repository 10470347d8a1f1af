package lib.base64_test

import data.lib.base64

test_plain_text if {
	base64.text("cGFzc3dvcmQ=") == "password"
	base64.text("YWRtaW4=") == "admin"
	base64.text("dG9vcg==") == "toor"
	base64.text("YWJj") == "abc"
	base64.text("") == ""
	base64.text("fn4h") == "~~!"
	base64.text(" YWRt\naW4= ") == "admin"
}

test_what_is_no_plain_character if {
	base64.text("YQpiCWMNZA==") == "a b c d"
	base64.text("AGH/") == "?a?"
	base64.text("w6Q=") == "??"
}

test_what_is_not_base64 if {
	not base64.text("cGFzc3dvcmQ")
	not base64.text("root_password")
	not base64.text("ENC[AES256]=")
	not base64.text("YW=j")
}

test_long_texts_are_cut if {
	long := concat("", ["YWJj" | some _ in numbers.range(1, 1001)])
	count(base64.text(long)) == 3000
}
