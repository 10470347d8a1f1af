# What a trail of CloudTrail records.
package lib.trail

import data.lib.attribute

# Whether it records no management events: only what is done with the files of buckets, rows of tables and the like, which
# happens in the region where they are.
only_data(trail) if {
	count(object.get(trail.attributes, "event_selector", [])) > 0
	every selector in trail.attributes.event_selector {
		attribute.is_false(selector.include_management_events)
	}
}

only_data(trail) if {
	count(object.get(trail.attributes, "advanced_event_selector", [])) > 0
	every selector in trail.attributes.advanced_event_selector {
		asks_for_others(selector)
	}
}

asks_for_others(selector) if {
	some one in selector.field_selector
	one.field == "eventCategory"
	count(one.equals) > 0
	not "Management" in one.equals
}

# What would have to be known to say that it records some, as `needs`.
doubts(trail) := array.concat(
	attribute.unknown_in(trail, ["event_selector"], ["include_management_events"]),
	attribute.unknown_in(trail, ["advanced_event_selector"], ["field_selector", "field", "equals"]),
)
