# METADATA
# title: Database answers the whole internet
# description: |
#   This database has a public address, its security groups let every address connect, and its subnets have a way to
#   the internet. Nothing but its password stands between a stranger and the data.
#
#   Databases that can be reached are found within hours. Passwords are tried without end, flaws in the server are used
#   as soon as they are known, and what was in it is sold or held for ransom.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
# custom:
#   severity: critical
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `publicly_accessible` to `false` and connect from inside of the network, through a VPN or a bastion. Narrow the
#     security group's rule that the evidence names as well.
#   covers:
#     - aws-rds-public-address
#     - aws-redshift-public-address
package policy.aws.exposure.database

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"path": ["publicly_accessible"],
	"by_reference": true,
	"needs": reached.unknown,
	"evidence": reached.stations,
	"message": "With a public address and a security group that is open, the internet reaches the database",
} if {
	some kind in ["aws_db_instance", "aws_rds_cluster_instance", "aws_redshift_cluster", "aws_redshiftserverless_workgroup"]
	some reached in exposure.of_kind(kind)
}
