# METADATA
# title: CloudTrail trail leaves out the services of the whole account
# description: |
#   IAM, the handing out of credentials (STS) and CloudFront belong to no region, and a trail records what happens in
#   them unless it is told not to. This one is, and no other trail here does it in its place.
#
#   Then nothing is kept of who made users and keys and changed rights, which is what an intruder does first.
# related_resources:
#   - https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `include_global_service_events`, or set it to `true`, in one trail of the account.
package policy.aws.cloudtrail.global_events_left_out

import data.lib.attribute
import data.lib.group
import data.lib.trail as recording

deny contains {
	"resource": trail.id,
	"path": ["include_global_service_events"],
	"needs": array.concat(
		[{"resource": other.id, "path": ["include_global_service_events"]} | some other in trails[trail.root]],
		[need | some other in trails[trail.root]; some need in other.doubts],
	),
	"message": "`include_global_service_events` is `false`",
} if {
	some trail in input.resources.aws_cloudtrail
	leaves_out(trail)
	not recording.only_data(trail)
	not trail.root in recorded
}

leaves_out(trail) if attribute.is_false(trail.attributes.include_global_service_events)

# Roots with a trail that records them.
recorded := {trail.root |
	some trail in input.resources.aws_cloudtrail
	attribute.is_true(object.get(trail.attributes, "include_global_service_events", true))
	not attribute.is_unknown(trail, "include_global_service_events")
	not recording.only_data(trail)
	count(recording.doubts(trail)) == 0
}

trails := group.by_key({[trail.root, {"id": trail.id, "doubts": recording.doubts(trail)}] |
	some trail in input.resources.aws_cloudtrail
})
