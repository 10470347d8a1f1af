package lib.attribute_test

import data.lib.attribute

test_booleans_as_terraform_converts_them if {
	every value in [true, "true", "1", 1] {
		attribute.is_true(value)
		not attribute.is_false(value)
	}
	every value in [false, "false", "0", 0] {
		attribute.is_false(value)
		not attribute.is_true(value)
	}
	every value in [null, "yes", "True", 2, "", []] {
		not attribute.is_true(value)
		not attribute.is_false(value)
	}
}

test_numbers_as_terraform_converts_them if {
	attribute.number(22) == 22
	attribute.number("22") == 22
	attribute.number("-1") == -1
	every value in [null, "", "-", "2-3", "ssh", true, []] {
		not attribute.number(value)
	}
}

test_unknown_attributes if {
	resource := {"unknown": [["acl"], ["rule", 0, "owner"]]}
	attribute.is_unknown(resource, "acl")
	attribute.is_unknown(resource, "rule")
	not attribute.is_unknown(resource, "owner")
	not attribute.is_unknown({"unknown": []}, "acl")
}

test_what_is_unknown_below_a_place if {
	resource := {"id": "x", "unknown": [["rule", "*"], ["rule", 0, "name"], ["rule", 1, "value"], ["acl"]]}
	attribute.unknown_below(resource, ["rule"]) == [
		{"resource": "x", "path": ["rule"]},
		{"resource": "x", "path": ["rule", 0, "name"]},
		{"resource": "x", "path": ["rule", 1, "value"]},
	]
	attribute.unknown_below(resource, ["rule", 1]) == [{"resource": "x", "path": ["rule", 1, "value"]}]
	attribute.unknown_in(resource, ["rule"], ["name"]) == [
		{"resource": "x", "path": ["rule"]},
		{"resource": "x", "path": ["rule", 0, "name"]},
	]
	attribute.unknown_in(resource, [], ["acl"]) == [{"resource": "x", "path": ["acl"]}]
}
