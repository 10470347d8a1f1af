# METADATA
# title: Connector talks to its cluster without encryption
# description: |
#   A connector of MSK Connect moves data between a Kafka cluster and other stores. With `PLAINTEXT`, what it reads
#   and writes crosses the network as it is.
#
#   Whoever can listen inside the network reads and changes the messages.
# related_resources:
#   - https://docs.aws.amazon.com/MSKC/latest/mskc/API_KafkaClusterEncryptionInTransit.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html#msk-3
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `encryption_type` to `TLS`, and give the addresses of the cluster's brokers for TLS.
package policy.aws.msk.connector_unencrypted_transit

import data.lib.setting

deny contains {"resource": connector.id, "path": path, "message": message} if {
	some connector in input.resources.aws_mskconnect_connector
	transit := setting.block(connector.attributes, "kafka_cluster_encryption_in_transit")
	message := setting.other(transit, "encryption_type", {"TLS"}, "PLAINTEXT")
	path := ["kafka_cluster_encryption_in_transit", 0, "encryption_type"]
}
