package lib.outdated_test

import data.lib.outdated

served(api) if outdated.is_served({"id": "x"}) with input as {"outdated_apis": [object.union({"id": "x", "removed": true, "target_given": true}, api)]}

test_what_the_named_version_has_not if {
	not served({})
	served({"id": "y"})
	served({"removed": false})
	served({"target_given": false})
	outdated.is_served({"id": "x"}) with input as {}
}

test_kinds_that_are_gone if {
	apis := [{"kind": "Gone", "removed": true}, {"kind": "Old", "removed": false}]
	outdated.is_gone("Gone") with input.outdated_apis as apis
	not outdated.is_gone("Old") with input.outdated_apis as apis
	not outdated.is_gone("Other") with input.outdated_apis as apis
}
