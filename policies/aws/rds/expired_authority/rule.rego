# METADATA
# title: RDS instance has a certificate of an authority that has expired
# description: |
#   A database proves to its clients who it is by a certificate, which an authority of AWS has signed. The
#   authorities of 2015 and 2019 have expired: clients that check the certificate no longer connect, and those that
#   still do have stopped checking, so that anyone in between can pose as the database.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Remove `ca_cert_identifier`, or set it to `rds-ca-rsa2048-g1`, once the clients have the new certificates.
#   aliases: [CKV_AWS_211, AC_AWS_0057]
package policy.aws.rds.expired_authority

deny contains {"resource": db.id, "path": ["ca_cert_identifier"], "message": message} if {
	some kind in ["aws_db_instance", "aws_rds_cluster_instance"]
	some db in input.resources[kind]
	db.attributes.ca_cert_identifier in {"rds-ca-2015", "rds-ca-2019"}
	message := sprintf("The authority `%s` has expired", [db.attributes.ca_cert_identifier])
}
