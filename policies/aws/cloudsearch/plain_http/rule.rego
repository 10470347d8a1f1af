# METADATA
# title: CloudSearch domain answers over plain HTTP
# description: |
#   Applications send documents and queries to a CloudSearch domain over HTTP. Unless HTTPS is required, a client
#   that is set up with `http://` works, and nobody notices that all of it passes in plain form. Whoever can listen
#   inside the network, or stand between the two ends, reads and changes what passes.
# related_resources:
#   - https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Add `endpoint_options { enforce_https = true }`.
#   aliases: [CKV_AWS_220]
package policy.aws.cloudsearch.plain_http

import data.lib.block

deny contains {"resource": domain.id, "path": ["endpoint_options", 0, "enforce_https"], "message": message} if {
	some domain in input.resources.aws_cloudsearch_domain
	message := block.off(domain.attributes, "endpoint_options", "enforce_https")
}
