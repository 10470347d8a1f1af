# METADATA
# title: CloudFront distribution has no start page
# description: |
#   A request for the bare name of the site goes to the origin as it is. Where that is a bucket whose files may be
#   listed, everyone sees the names of all files.
#
#   With a start page, such a request is answered by that.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `default_root_object`, for instance to `index.html`.
#   aliases: [CKV_AWS_305]
package policy.aws.cloudfront.no_default_root_object

import data.lib.setting

deny contains {"resource": distribution.id, "path": ["default_root_object"], "message": message} if {
	some distribution in input.resources.aws_cloudfront_distribution
	message := setting.missing(distribution.attributes, "default_root_object")
}
