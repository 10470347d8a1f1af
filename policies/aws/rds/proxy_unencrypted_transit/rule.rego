# METADATA
# title: RDS proxy accepts connections that are not encrypted
# description: |
#   A proxy stands between applications and a database and keeps connections open. Unless it requires TLS, a client
#   that is set up without it sends passwords and data in plain form, and nobody notices.
#
#   Whoever can listen inside the network, or stand between the two ends, reads and changes what passes.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `require_tls` to `true`.
package policy.aws.rds.proxy_unencrypted_transit

import data.lib.setting

deny contains {"resource": proxy.id, "path": ["require_tls"], "message": message} if {
	some proxy in input.resources.aws_db_proxy
	message := setting.off(proxy.attributes, "require_tls")
}
