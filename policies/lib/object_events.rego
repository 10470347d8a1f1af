# Whether CloudTrail records what is done with the files in buckets.
package lib.object_events

import data.lib.attribute

# Whether a trail of the configuration records reading or writing (`ReadOnly`, `WriteOnly`) in `bucket`.
recorded(bucket, kind) if {
	some trail in input.resources.aws_cloudtrail
	trail.root == bucket.root
	is_on(trail)
	some i, selector in trail.attributes.event_selector
	takes_kind(trail, i, selector, kind)
	some recording in selector.data_resource
	recording.type == "AWS::S3::Object"
	covers(trail, recording, bucket)
}

recorded(bucket, kind) if {
	some trail in input.resources.aws_cloudtrail
	trail.root == bucket.root
	is_on(trail)
	some selector in trail.attributes.advanced_event_selector
	selects(selector, "eventCategory", "Data")
	selects(selector, "resources.type", "AWS::S3::Object")
	takes(selector, kind)
	takes_resources(trail, selector, bucket)
}

is_on(trail) if {
	not attribute.is_false(trail.attributes.enable_logging)
	not attribute.is_unknown(trail, "enable_logging")
}

takes_kind(_, _, selector, kind) if selector.read_write_type in {"All", kind}

takes_kind(trail, i, selector, _) if {
	not "read_write_type" in object.keys(selector)
	not ["event_selector", i, "read_write_type"] in trail.unknown
}

covers(_, recording, _) if {
	some value in recording.values
	value in {"arn:aws:s3", "arn:aws:s3:::"}
}

covers(trail, _, bucket) if refers(trail, bucket, "event_selector")

covers(_, recording, bucket) if {
	some value in recording.values
	startswith(sprintf("%v", [value]), sprintf("arn:aws:s3:::%s/", [bucket.attributes.bucket]))
}

# An expression in the selector reads the bucket.
refers(trail, bucket, block) if {
	some reference in trail.references
	reference.id == bucket.id
	reference.via[0] == block
}

selects(selector, field, value) if {
	some one in selector.field_selector
	one.field == field
	value in one.equals
}

takes(selector, _) if not names_field(selector, "readOnly")

takes(selector, "ReadOnly") if selects(selector, "readOnly", "true")

takes(selector, "WriteOnly") if selects(selector, "readOnly", "false")

takes_resources(_, selector, _) if not names_field(selector, "resources.ARN")

takes_resources(trail, _, bucket) if refers(trail, bucket, "advanced_event_selector")

takes_resources(_, selector, bucket) if {
	some beginning in beginnings(selector)
	begins(bucket, beginning)
}

# What the ARNs of the files begin with, of which a selector takes notice.
beginnings(selector) := [beginning |
	some one in selector.field_selector
	one.field == "resources.ARN"
	some beginning in one.starts_with
	is_string(beginning)
]

begins(_, beginning) if startswith("arn:aws:s3:::", beginning)

begins(bucket, beginning) if startswith(sprintf("arn:aws:s3:::%s/", [bucket.attributes.bucket]), beginning)

names_field(selector, field) if {
	some one in selector.field_selector
	one.field == field
}

# What would have to be known to say that no trail does, as `needs`.
doubts(bucket) := array.concat(unknown_trails(bucket), unknown_name(bucket))

# Whether it is one of the buckets that a trail names.
unknown_name(bucket) := [{"resource": bucket.id, "path": ["bucket"]} |
	some trail in input.resources.aws_cloudtrail
	trail.root == bucket.root
	some named in names(trail)
	startswith(named, "arn:aws:s3:::")
]

names(trail) := array.concat(
	[sprintf("%v", [value]) |
		some selector in trail.attributes.event_selector
		some recording in selector.data_resource
		some value in recording.values
	],
	[beginning | some selector in trail.attributes.advanced_event_selector; some beginning in beginnings(selector)],
)

unknown_trails(bucket) := [need |
	some trail in input.resources.aws_cloudtrail
	trail.root == bucket.root
	some need in array.concat(
		attribute.unknown_in(trail, ["enable_logging"], []),
		array.concat(
			attribute.unknown_in(trail, ["event_selector"], ["read_write_type", "data_resource", "type", "values"]),
			attribute.unknown_in(trail, ["advanced_event_selector"], ["field_selector", "field", "equals", "starts_with"]),
		),
	)
	not is_a_bucket(trail, need.path)
]

# An ARN that is made of a bucket's is known to be of that one.
is_a_bucket(trail, path) if {
	path[count(path) - 2] in {"values", "starts_with"}
	some reference in trail.references
	reference.via == path
	reference.kind in {"aws_s3_bucket", "data.aws_s3_bucket"}
}
