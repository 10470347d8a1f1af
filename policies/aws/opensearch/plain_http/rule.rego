# METADATA
# title: OpenSearch domain answers over plain HTTP
# description: |
#   Clients talk to an OpenSearch domain over HTTP, and send documents, queries and passwords that way. Unless HTTPS
#   is required, a client that is set up with `http://` works, and nobody notices that all of it passes in plain
#   form. Whoever can listen inside the network, or stand between the two ends, reads and changes what passes.
# related_resources:
#   - https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add the block `domain_endpoint_options` with `enforce_https = true` and, on a line of its own,
#     `tls_security_policy = "Policy-Min-TLS-1-2-2019-07"`.
#   aliases: [CKV_AWS_83, AWS-0046]
package policy.aws.opensearch.plain_http

import data.lib.block
import data.lib.setting

deny contains {"resource": domain.id, "path": ["domain_endpoint_options", 0, "enforce_https"], "message": message} if {
	some kind in ["aws_elasticsearch_domain", "aws_opensearch_domain"]
	some domain in input.resources[kind]
	message := plain(domain.attributes)
}

plain(attributes) := setting.missing(attributes, "domain_endpoint_options")

plain(attributes) := block.turned_off(attributes, "domain_endpoint_options", "enforce_https")
