# METADATA
# title: RDS instance has a public address
# description: |
#   With a public address the host name of a database leads to it from the whole internet. What then keeps strangers
#   out is the firewall, its security groups, alone: one rule that is too wide, and anyone may try passwords, or use
#   a flaw of the database.
#
#   Applications inside the network reach the database without.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `publicly_accessible`, or set it to `false`. Administrators reach the database over a VPN, a bastion
#     host or Session Manager.
#   aliases: [CKV_AWS_17, AWS-0180, AC_AWS_0054]
#   compliance: {cis-aws-1.5: ["2.3.3"]}
package policy.aws.rds.public_address

import data.lib.setting

deny contains {"resource": db.id, "path": ["publicly_accessible"], "message": message} if {
	some kind in ["aws_db_instance", "aws_rds_cluster_instance"]
	some db in input.resources[kind]
	message := setting.turned_on(db.attributes, "publicly_accessible")
}
