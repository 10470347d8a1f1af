# METADATA
# title: EMR security configuration leaves traffic unencrypted
# description: |
#   EMR runs clusters of machines that work on large amounts of data. The machines send each other parts of the data
#   all the time, in plain form unless the security configuration of the cluster asks for TLS. Whoever can listen
#   inside the network, or stand between the two ends, reads and changes what passes.
# related_resources:
#   - https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `EnableInTransitEncryption` to `true`, and give `InTransitEncryptionConfiguration` the certificates.
#   aliases: [CKV_AWS_351, AWS-0138]
package policy.aws.emr.unencrypted_transit

import data.lib.emr
import data.lib.setting

deny contains {"resource": configuration.id, "path": path, "message": message} if {
	some configuration in input.resources.aws_emr_security_configuration
	message := setting.off(emr.encryption(configuration), "EnableInTransitEncryption")
	path := ["configuration", "EncryptionConfiguration", "EnableInTransitEncryption"]
}
