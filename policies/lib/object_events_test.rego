package lib.object_events_test

import data.lib.object_events

bucket := {"id": "bucket", "root": ".", "attributes": {"bucket": "shop"}}

trail(attributes, references) := [{"id": "trail", "root": ".", "attributes": attributes, "unknown": [], "references": references}]

recorded(kind, attributes, references) if {
	trails := trail(attributes, references)
	object_events.recorded(bucket, kind) with input.resources.aws_cloudtrail as trails
}

selector(type, values) := {"event_selector": [{"read_write_type": type, "data_resource": [{"type": "AWS::S3::Object", "values": values}]}]}

test_selectors if {
	recorded("ReadOnly", selector("All", ["arn:aws:s3"]), [])
	recorded("ReadOnly", selector("ReadOnly", ["arn:aws:s3:::shop/"]), [])
	recorded("WriteOnly", selector("All", [null]), [{"id": "bucket", "via": ["event_selector", 0, "data_resource", 0, "values", 0]}])
	recorded("WriteOnly", {"event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3:::"]}]}]}, [])
	not recorded("WriteOnly", selector("ReadOnly", ["arn:aws:s3"]), [])
	not recorded("ReadOnly", selector("All", ["arn:aws:s3:::other/"]), [])
	not recorded("ReadOnly", object.union(selector("All", ["arn:aws:s3"]), {"enable_logging": false}), [])
	not recorded("ReadOnly", {}, [])
}

fields(more) := {"advanced_event_selector": [{"field_selector": array.concat(
	[{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": ["AWS::S3::Object"]}],
	more,
)}]}

test_unknown_is_no_default if {
	unknown := [["event_selector", 0, "read_write_type"]]
	selectors := {"event_selector": [{"data_resource": [{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}]}]}
	one := {"id": "trail", "root": ".", "attributes": selectors, "unknown": unknown, "references": []}
	not object_events.recorded(bucket, "ReadOnly") with input.resources.aws_cloudtrail as [one]
	off := object.union(one, {"unknown": [["enable_logging"]]})
	not object_events.recorded(bucket, "ReadOnly") with input.resources.aws_cloudtrail as [off]
}

test_advanced_selectors if {
	recorded("ReadOnly", fields([]), [])
	recorded("ReadOnly", fields([{"field": "readOnly", "equals": ["true"]}]), [])
	recorded("WriteOnly", fields([{"field": "readOnly", "equals": ["false"]}]), [])
	recorded("WriteOnly", fields([{"field": "resources.ARN", "starts_with": [null]}]), [{"id": "bucket", "via": ["advanced_event_selector", 0]}])
	not recorded("WriteOnly", fields([{"field": "readOnly", "equals": ["true"]}]), [])
	recorded("WriteOnly", fields([{"field": "resources.ARN", "starts_with": ["arn:aws:s3:::other/", "arn:aws:s3:::shop/"]}]), [])
	recorded("WriteOnly", fields([{"field": "resources.ARN", "starts_with": ["arn:aws:s3:::"]}]), [])
	not recorded("WriteOnly", fields([{"field": "resources.ARN", "starts_with": ["arn:aws:s3:::other/"]}]), [])
}

test_doubts if {
	unknown := [["enable_logging"], ["event_selector", 0, "read_write_type"], ["name"], ["advanced_event_selector"]]
	one := {"id": "trail", "root": ".", "attributes": {}, "unknown": unknown, "references": []}
	found := object_events.doubts(bucket) with input.resources.aws_cloudtrail as [one]
	[doubt.path | some doubt in found] == [["enable_logging"], ["event_selector", 0, "read_write_type"], ["advanced_event_selector"]]
}

test_a_name_that_may_be_one_of_those if {
	named := [selector("All", ["arn:aws:s3:::other/"]), fields([{"field": "resources.ARN", "starts_with": ["arn:aws:s3:::other/"]}])]
	every attributes in named {
		trails := trail(attributes, [])
		found := object_events.doubts(bucket) with input.resources.aws_cloudtrail as trails
		found == [{"resource": "bucket", "path": ["bucket"]}]
	}
}

test_another_bucket_is_no_doubt if {
	place := ["event_selector", 0, "data_resource", 0, "values", 0]
	one := {"id": "trail", "root": ".", "attributes": {}, "unknown": [place], "references": [{"id": "other", "kind": "aws_s3_bucket", "via": place}]}
	found := object_events.doubts(bucket) with input.resources.aws_cloudtrail as [one]
	found == []
	parameter := object.union(one, {"references": [{"id": "other", "kind": "data.aws_ssm_parameter", "via": place}]})
	doubts := object_events.doubts(bucket) with input.resources.aws_cloudtrail as [parameter]
	[doubt.path | some doubt in doubts] == [place]
	block := ["event_selector", 0, "data_resource", 0]
	hidden := object.union(one, {"unknown": [block], "references": [{"id": "other", "kind": "aws_s3_bucket", "via": block}]})
	rest := object_events.doubts(bucket) with input.resources.aws_cloudtrail as [hidden]
	[doubt.path | some doubt in rest] == [block]
}
