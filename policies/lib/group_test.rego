package lib.group_test

import data.lib.group

test_values_of_each_key if {
	found := group.by_key({["b", 3], ["a", 2], ["b", 1], ["a", 1], [["c", "d"], {"x": 1}]})
	found == {"a": [1, 2], "b": [1, 3], ["c", "d"]: [{"x": 1}]}
}

test_nothing if group.by_key(set()) == {}
