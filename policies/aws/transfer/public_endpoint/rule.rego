# METADATA
# title: Transfer Family server can be reached from the internet
# description: |
#   A Transfer server takes files from partners by SFTP or FTPS into S3. Unless it is put into a network of one's
#   own, everyone on the internet may connect to it and try passwords, with no firewall in front.
#
#   For partners outside that is often meant; with a VPC endpoint and fixed addresses, security groups can still say
#   who gets so far.
# related_resources:
#   - https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `endpoint_type` to `VPC`, and `endpoint_details` to subnets and security groups (and
#     `address_allocation_ids`, for partners on the internet).
#   aliases: [CKV_AWS_164]
package policy.aws.transfer.public_endpoint

import data.lib.setting

deny contains {"resource": server.id, "path": ["endpoint_type"], "message": message} if {
	some server in input.resources.aws_transfer_server
	message := setting.other(server.attributes, "endpoint_type", {"VPC", "VPC_ENDPOINT"}, "PUBLIC")
}
