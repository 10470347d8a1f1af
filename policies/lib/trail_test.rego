package lib.trail_test

import data.lib.trail

of(attributes) := {"id": "t", "attributes": attributes, "unknown": []}

advanced(values) := of({"advanced_event_selector": [{"field_selector": [
	{"field": "resources.type", "equals": ["AWS::S3::Object"]},
	{"field": "eventCategory", "equals": values},
]}]})

test_only_data if {
	trail.only_data(of({"event_selector": [{"include_management_events": false}]}))
	trail.only_data(advanced(["Data"]))
	trail.only_data(advanced(["NetworkActivity"]))
}

test_management_too if {
	every attributes in [{}, {"event_selector": []}, {"event_selector": [{}, {"include_management_events": false}]}] {
		not trail.only_data(of(attributes))
	}
	not trail.only_data(advanced(["Management"]))
	not trail.only_data(advanced([]))
}

test_what_is_not_known if {
	unknown := [["event_selector", 0, "include_management_events"], ["event_selector", 0, "read_write_type"], ["advanced_event_selector"]]
	found := trail.doubts(object.union(of({}), {"unknown": unknown}))
	[need.path | some need in found] == [["event_selector", 0, "include_management_events"], ["advanced_event_selector"]]
}
