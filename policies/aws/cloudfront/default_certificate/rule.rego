# METADATA
# title: CloudFront uses its own certificate
# description: |
#   The distribution shows the certificate of cloudfront.net, so browsers reach it by a name of CloudFront and not by
#   one of its owner. With that certificate, old versions of TLS cannot be switched off.
#
#   A certificate of AWS Certificate Manager for a name of one's own costs nothing.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-procedures.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `acm_certificate_arn` in `viewer_certificate`, and `minimum_protocol_version` to `TLSv1.2_2021`.
#   aliases: [CKV2_AWS_42, CKV_AWS_174]
package policy.aws.cloudfront.default_certificate

import data.lib.attribute
import data.lib.setting

deny contains {
	"resource": distribution.id,
	"path": ["viewer_certificate", 0, "acm_certificate_arn"],
	"needs": [{"resource": distribution.id, "path": ["viewer_certificate", 0, argument]} |
		some argument in ["cloudfront_default_certificate", "iam_certificate_id"]
	],
	"message": "Neither `acm_certificate_arn` nor `iam_certificate_id` is set",
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	certificate := setting.block(distribution.attributes, "viewer_certificate")
	not attribute.is_false(certificate.cloudfront_default_certificate)
	not setting.is_set(certificate, "acm_certificate_arn")
	not setting.is_set(certificate, "iam_certificate_id")
}
