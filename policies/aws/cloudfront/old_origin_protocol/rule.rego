# METADATA
# title: CloudFront may use SSL 3 to talk to its origin
# description: |
#   SSL 3 is the forerunner of TLS and broken since 2014: who is on the way can read what it should protect. This
#   distribution may still use it towards the server behind it, if that offers nothing better or somebody on the way
#   makes it seem so.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginSSLProtocols
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `origin_ssl_protocols` to `["TLSv1.2"]`.
#   aliases: [CKV2_AWS_54]
package policy.aws.cloudfront.old_origin_protocol

deny contains {
	"resource": distribution.id,
	"path": ["origin", i, "custom_origin_config", j, "origin_ssl_protocols", k],
	"message": "`origin_ssl_protocols` has `SSLv3`",
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	some i, origin in distribution.attributes.origin
	some j, config in origin.custom_origin_config
	some k, protocol in config.origin_ssl_protocols
	protocol == "SSLv3"
}
