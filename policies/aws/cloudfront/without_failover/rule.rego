# METADATA
# title: CloudFront has no second origin to go to
# description: |
#   CloudFront fetches what it does not hold from an origin. With a group of two it asks the second one where the
#   first fails or does not answer, so that an outage of one is not seen outside.
#
#   A second origin has to be run and paid for, so this is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add an `origin_group` with `failover_criteria` and two `member`s, and name it as `target_origin_id`.
#   aliases: [CKV_AWS_310]
package policy.aws.cloudfront.without_failover

import data.lib.attribute

deny contains {
	"resource": distribution.id,
	"path": ["origin_group"],
	"needs": attribute.unknown_in(distribution, ["origin_group"], ["failover_criteria", "member"]),
	"message": "No `origin_group` has two members and says when to change over",
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	count([group |
		some group in distribution.attributes.origin_group
		count(group.failover_criteria) > 0
		count(group.member) > 1
	]) == 0
}
