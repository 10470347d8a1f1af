# METADATA
# title: CloudFront answers every country
# description: |
#   CloudFront can refuse requests from countries, or answer only some. Where what it serves is for certain countries
#   by law or contract, that has to be said here.
#
#   It is no protection against attackers, who choose where their requests come from.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `restriction_type` to `whitelist` or `blacklist` in `geo_restriction`, and name the countries in
#     `locations`.
#   aliases: [CKV_AWS_374, AC_AWS_0026]
package policy.aws.cloudfront.no_geo_restriction

import data.lib.setting

deny contains {
	"resource": distribution.id,
	"path": ["restrictions", 0, "geo_restriction", 0, "restriction_type"],
	"message": message,
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	restriction := setting.block(setting.block(distribution.attributes, "restrictions"), "geo_restriction")
	message := setting.other(restriction, "restriction_type", {"whitelist", "blacklist"}, "")
}
