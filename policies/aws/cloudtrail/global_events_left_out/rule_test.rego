package policy.aws.cloudtrail.global_events_left_out_test

import data.policy.aws.cloudtrail.global_events_left_out

trail(id, root, attributes, unknown) := {"id": id, "root": root, "attributes": attributes, "unknown": unknown}

off := {"include_global_service_events": false}

found(trails) := {[denied.resource, denied.path] | some denied in all} if {
	all := global_events_left_out.deny with input.resources.aws_cloudtrail as trails
}

test_left_out if {
	found([trail("a", ".", off, [])]) == {["a", ["include_global_service_events"]]}
	found([trail("a", ".", {}, [])]) == set()
	found([trail("a", ".", {"include_global_service_events": true}, [])]) == set()
}

test_another_trail_records_them if {
	found([trail("a", ".", off, []), trail("b", ".", {}, [])]) == set()
	found([trail("a", ".", off, []), trail("b", "other", {}, [])]) == {["a", ["include_global_service_events"]]}
}

test_another_trail_may_record_them if {
	hidden := trail("b", ".", {}, [["include_global_service_events"]])
	all := global_events_left_out.deny with input.resources.aws_cloudtrail as [trail("a", ".", off, []), hidden]
	[denied.needs | some denied in all] == [[
		{"resource": "a", "path": ["include_global_service_events"]},
		{"resource": "b", "path": ["include_global_service_events"]},
	]]
}

test_trails_of_data_only if {
	of_data := {"event_selector": [{"include_management_events": false}]}
	found([trail("a", ".", object.union(off, of_data), [])]) == set()
	found([trail("a", ".", off, []), trail("b", ".", of_data, [])]) == {["a", ["include_global_service_events"]]}
}
