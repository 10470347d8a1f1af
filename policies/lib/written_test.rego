package lib.written_test

import data.lib.written

found(resource, text) := {place | place := written.at(object.union({"id": "r", "references": []}, resource), ["token"], "token", text)}

test_what_is_written if {
	found({}, "hunter2") == {{"resource": "r", "path": ["token"], "name": "token"}}
}

test_what_is_not if {
	found({}, "") == set()
	found({}, "<token>") == set()
	found({}, "TOKEN") == set()
	found({}, "INSERT-PASSWORD-HERE ") == set()
	found({"given": [["token"]]}, "hunter2") == set()
	found({"references": [{"via": ["token"]}]}, "hunter2") == set()
}
