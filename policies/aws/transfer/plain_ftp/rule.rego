# METADATA
# title: Transfer Family server speaks FTP without encryption
# description: |
#   FTP sends passwords and files in plain form. Whoever can listen inside the network, or stand between the two
#   ends, reads and changes what passes.
#
#   AWS allows it only inside a network; SFTP and FTPS do the same with encryption.
# related_resources:
#   - https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `FTP` from `protocols`, and let partners use `SFTP` or `FTPS`.
#   aliases: [CKV_AWS_357]
package policy.aws.transfer.plain_ftp

deny contains {"resource": server.id, "path": ["protocols", i], "message": "`protocols` holds `FTP`"} if {
	some server in input.resources.aws_transfer_server
	some i, protocol in server.attributes.protocols
	protocol == "FTP"
}
