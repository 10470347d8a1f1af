# METADATA
# title: Bucket is not logged
# description: Nobody sees who read it.
# custom:
#   severity: low
#   profiles: [strict]
#   remediation: Add a `log`.
package policy.test.bucket.unlogged

import data.lib.graph

deny contains violation if {
	some bucket in input.resources.bucket
	not logged(bucket)
	violation := {
		"resource": bucket.id,
		"path": ["logging"],
		"message": "access to the bucket is not logged",
		"needs": graph.unresolved(bucket, "log", "bucket"),
	}
}

logged(bucket) if count(bucket.attributes.logging) > 0

logged(bucket) if {
	some log in graph.referrers_via(bucket, "log", "bucket")
	object.get(log.attributes, "enabled", true)
}
