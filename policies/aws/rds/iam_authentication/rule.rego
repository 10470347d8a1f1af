# METADATA
# title: RDS database does not take IAM identities
# description: |
#   With IAM authentication a client shows a token that lasts fifteen minutes in place of a password. There is no
#   password to be leaked or changed, and who may connect is said in one place for all databases.
#
#   It needs clients that fetch a token, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `iam_database_authentication_enabled` to `true`, and give clients the right `rds-db:connect`.
#   aliases: [CKV_AWS_161, AWS-0176, AC_AWS_0053, CKV_AWS_162]
package policy.aws.rds.iam_authentication

import data.lib.setting

deny contains {
	"resource": db.id,
	"path": ["iam_database_authentication_enabled"],
	"needs": needs,
	"message": message,
} if {
	some db in input.resources.aws_db_instance
	not cannot(db)
	message := setting.off(db.attributes, "iam_database_authentication_enabled")
	needs := [{"resource": db.id, "path": [name]} | some name in decisive(db)]
}

# The engines of clusters all know it.
deny contains {"resource": db.id, "path": ["iam_database_authentication_enabled"], "message": message} if {
	some db in input.resources.aws_rds_cluster
	message := setting.off(db.attributes, "iam_database_authentication_enabled")
}

# Of those of single instances, only MySQL, MariaDB and PostgreSQL do.
cannot(db) if {
	some engine in ["oracle", "custom", "sqlserver", "db2"]
	startswith(db.attributes.engine, engine)
}

# MariaDB does from 10.6 on.
cannot(db) if {
	db.attributes.engine == "mariadb"
	parts := split(sprintf("%v", [db.attributes.engine_version]), ".")
	to_number(parts[0]) == 10
	to_number(parts[1]) < 6
}

decisive(db) := ["engine", "engine_version"] if db.attributes.engine == "mariadb"

else := ["engine"]
