# METADATA
# title: RDS engine has a version whose log reader lets users read files of the host
# description: |
#   The extension `log_fdw` lets a privileged user of a PostgreSQL database read its logs. In these versions it
#   could be made to read other files of the machine as well, credentials of the service among them (bulletin
#   AWS-2022-004).
#
#   The versions are long out of support; newer minor versions have the flaw closed.
# related_resources:
#   - https://aws.amazon.com/security/security-bulletins/AWS-2022-004/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: above, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `engine_version` to a newer minor version, or better to a major version that is still supported.
#   aliases: [CKV_AWS_250, CKV_AWS_388]
package policy.aws.rds.log_fdw

deny contains {"resource": db.id, "path": ["engine_version"], "needs": needs, "message": message} if {
	some kind in ["aws_db_instance", "aws_rds_cluster"]
	some db in input.resources[kind]
	first_fixed := fixed[db.attributes.engine]
	version := db.attributes.engine_version
	regex.match(`^[0-9]+\.[0-9]+`, version)
	is_older(split(version, "."), first_fixed)
	needs := [{"resource": db.id, "path": ["engine"]}]
	message := sprintf("`engine_version` is `%s`, in which `log_fdw` reads any file", [version])
}

# By engine and major version, the first minor version without the flaw. The major version of 9.6 has two numbers.
fixed := {
	"postgres": {"13": 3, "12": 7, "11": 12, "10": 17, "9.6": 22},
	"aurora-postgresql": {"11": 9, "10": 14},
}

is_older(version, first_fixed) if to_number(version[1]) < first_fixed[version[0]]

is_older(version, first_fixed) if {
	count(version) > 2
	to_number(version[2]) < first_fixed[sprintf("%s.%s", [version[0], version[1]])]
}
