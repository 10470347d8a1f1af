# METADATA
# title: DocumentDB parameter group switches TLS off
# description: |
#   DocumentDB requires TLS unless it is switched off; then passwords and documents pass over the network in plain
#   form. Whoever can listen inside the network, or stand between the two ends, reads and changes what passes.
# related_resources:
#   - https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the parameter `tls`, or set it to `enabled`, and give clients the certificates of AWS.
#   aliases: [CKV_AWS_90]
package policy.aws.docdb.unencrypted_transit

deny contains {"resource": group.id, "path": ["parameter", i, "value"], "message": message} if {
	some group in input.resources.aws_docdb_cluster_parameter_group
	some i, parameter in group.attributes.parameter
	parameter.name == "tls"
	parameter.value == "disabled"
	message := "The parameter `tls` is `disabled`"
}
