# METADATA
# title: CloudSearch domain accepts TLS older than 1.2
# description: |
#   TLS 1.0 and 1.1 have weaknesses for which they were withdrawn years ago. Unless a domain asks for a newer policy
#   it still accepts them, and an attacker in between can make client and server agree on them.
#
#   Every client of recent years speaks TLS 1.2.
# related_resources:
#   - https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `tls_security_policy` in `endpoint_options` to `Policy-Min-TLS-1-2-2019-07`.
#   aliases: [CKV_AWS_218]
package policy.aws.cloudsearch.weak_tls

import data.lib.setting

deny contains {"resource": domain.id, "path": ["endpoint_options", 0, "tls_security_policy"], "message": message} if {
	some domain in input.resources.aws_cloudsearch_domain
	options := setting.block(domain.attributes, "endpoint_options")
	message := setting.other(options, "tls_security_policy", {"Policy-Min-TLS-1-2-2019-07"}, "Policy-Min-TLS-1-0-2019-07")
}
