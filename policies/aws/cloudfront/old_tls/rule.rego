# METADATA
# title: CloudFront takes old versions of TLS
# description: |
#   TLS encrypts what goes between browsers and CloudFront. Its versions 1.0 and 1.1 have known flaws and are given up
#   by all browsers; a distribution that still takes them can be talked into them by somebody on the way.
#
#   With a certificate of one's own the default still is version 1.0.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `minimum_protocol_version` to `TLSv1.2_2021` in `viewer_certificate`.
#   aliases: [CKV_AWS_174, AWS-0013, AC_AWS_0023]
package policy.aws.cloudfront.old_tls

import data.lib.setting

# The version cannot be chosen for CloudFront's own certificate.
deny contains {
	"resource": distribution.id,
	"path": ["viewer_certificate", i, "minimum_protocol_version"],
	"needs": [{"resource": distribution.id, "path": ["viewer_certificate", i, "cloudfront_default_certificate"]}],
	"message": message,
} if {
	some distribution in input.resources.aws_cloudfront_distribution
	some i, certificate in distribution.attributes.viewer_certificate
	not setting.turned_on(certificate, "cloudfront_default_certificate")
	message := setting.other(certificate, "minimum_protocol_version", recent, "TLSv1")
}

recent := {"TLSv1.2_2018", "TLSv1.2_2019", "TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"}
