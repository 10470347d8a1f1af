package lib.setting_test

import data.lib.setting

test_switches_that_have_to_be_on if {
	setting.off({}, "encrypted") == "`encrypted` is not set, and the default is `false`"
	every value in [false, "false"] {
		setting.off({"encrypted": value}, "encrypted") == "`encrypted` is `false`"
		setting.turned_off({"encrypted": value}, "encrypted") == "`encrypted` is `false`"
	}
	every value in [true, "true"] {
		not setting.off({"encrypted": value}, "encrypted")
		not setting.turned_off({"encrypted": value}, "encrypted")
	}
	not setting.turned_off({}, "encrypted")
}

test_switches_that_have_to_be_off if {
	setting.left_on({}, "public") == "`public` is not set, and the default is `true`"
	setting.left_on({"public": "true"}, "public") == "`public` is `true`"
	setting.turned_on({"public": true}, "public") == "`public` is `true`"
	not setting.left_on({"public": false}, "public")
	not setting.turned_on({"public": false}, "public")
	not setting.turned_on({}, "public")
}

test_missing if {
	every value in ["", [], {}] {
		setting.missing({"key": value}, "key") == "`key` is not set"
	}
	setting.missing({}, "key") == "`key` is not set"
	every value in ["alias/x", ["a"], [{}], false, 0] {
		not setting.missing({"key": value}, "key")
	}
}

test_other if {
	allowed := {"KMS", "AES256"}
	setting.other({"type": "none"}, "type", allowed, "AES256") == "`type` is `none`"
	setting.other({}, "type", {"KMS"}, "AES256") == "`type` is not set, and the default is `AES256`"
	setting.other({}, "type", allowed, "") == "`type` is not set"
	not setting.other({}, "type", allowed, "AES256")
	not setting.other({"type": "KMS"}, "type", allowed, "")
}

test_numbers if {
	setting.below({"days": 7}, "days", 30, 90) == "`days` is 7, less than 30"
	setting.below({"days": "7"}, "days", 30, 90) == "`days` is 7, less than 30"
	setting.below({}, "days", 30, 1) == "`days` is not set, and the default of 1 is less than 30"
	not setting.below({"days": 30}, "days", 30, 1)
	not setting.below({}, "days", 30, 90)
	setting.above({"days": 91}, "days", 90, 0) == "`days` is 91, more than 90"
	setting.above({}, "days", 90, 365) == "`days` is not set, and the default of 365 is more than 90"
	not setting.above({"days": 90}, "days", 90, 365)
	not setting.above({}, "days", 90, 0)
}

test_block if {
	setting.block({"options": [{"tokens": "required"}]}, "options") == {"tokens": "required"}
	setting.block({"options": []}, "options") == {}
	setting.block({}, "options") == {}
}
