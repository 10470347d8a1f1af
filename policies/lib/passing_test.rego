package lib.passing_test

import data.lib.passing

test_each_way_says_to_which_service if {
	object.keys(passing.ways) == object.keys(passing.services)
	every key, ways in passing.ways {
		count(passing.services[key]) > 0
		every way in ways {
			every step in way {
				count(step) > 0
			}
		}
	}
}
