# METADATA
# title: OpenSearch domain accepts TLS older than 1.2
# description: |
#   TLS 1.0 and 1.1 have weaknesses for which they were withdrawn years ago. Unless a domain asks for a newer policy
#   it still accepts them, and an attacker in between can make client and server agree on them.
#
#   Every client of recent years speaks TLS 1.2.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `tls_security_policy` in `domain_endpoint_options` to `Policy-Min-TLS-1-2-2019-07`, or to
#     `Policy-Min-TLS-1-2-PFS-2023-10`.
#   aliases: [CKV_AWS_228, AWS-0126]
package policy.aws.opensearch.weak_tls

import data.lib.setting

deny contains {
	"resource": domain.id,
	"path": ["domain_endpoint_options", 0, "tls_security_policy"],
	"message": message,
} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	options := setting.block(domain.attributes, "domain_endpoint_options")
	message := setting.other(options, "tls_security_policy", modern, "Policy-Min-TLS-1-0-2019-07")
}

modern := {
	"Policy-Min-TLS-1-2-2019-07",
	"Policy-Min-TLS-1-2-PFS-2023-10",
	"Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08",
}
