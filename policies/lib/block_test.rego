package lib.block_test

import data.lib.block

test_off if {
	every attributes in [{}, {"encryption": []}] {
		block.off(attributes, "encryption", "enabled") == "`encryption` is not set"
	}
	block.off({"encryption": [{}]}, "encryption", "enabled") == "`encryption.enabled` is not set, and the default is `false`"
	block.off({"encryption": [{"enabled": "false"}]}, "encryption", "enabled") == "`encryption.enabled` is `false`"
	not block.off({"encryption": [{"enabled": true}]}, "encryption", "enabled")
}

test_turned_off if {
	block.turned_off({"encryption": [{"enabled": false}]}, "encryption", "enabled") == "`encryption.enabled` is `false`"
	every attributes in [{}, {"encryption": [{}]}, {"encryption": [{"enabled": true}]}] {
		not block.turned_off(attributes, "encryption", "enabled")
	}
}

test_doubts if {
	log := {"id": "a", "unknown": [["log", 0, "type"], ["log", 1], ["log", "*"], ["log", 0, "group"], ["name"]]}
	block.doubts(log, "log", ["type"]) == [
		{"resource": "a", "path": ["log", 0, "type"]},
		{"resource": "a", "path": ["log", 1]},
		{"resource": "a", "path": ["log"]},
	]
	block.doubts(log, "other", ["type"]) == []
}
