# METADATA
# title: RDS instance accepts connections that are not encrypted
# description: |
#   Databases speak to clients with TLS or without, as the client likes, unless a parameter requires it. A client
#   that is set up without then sends passwords and data in plain form, and nobody notices. Whoever can listen
#   inside the network, or stand between the two ends, reads and changes what passes.
#
#   PostgreSQL requires TLS from version 15 on, MariaDB from 11.8 and MySQL from 9.7, unless the parameter says
#   otherwise. Clients that cannot do TLS stop working, so it is a choice for older databases.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     In the parameter group of the database set `rds.force_ssl` (PostgreSQL, SQL Server) or
#     `require_secure_transport` (MySQL, MariaDB) to `1`, or `db2comm` to `SSL` (Db2).
#   aliases: [CKV2_AWS_69]
package policy.aws.rds.unencrypted_transit

import data.lib.block
import data.lib.graph
import data.lib.setting

# The group says that unencrypted connections are fine.
deny contains {"resource": db.id, "at": group.id, "path": ["parameter", i, "value"], "message": message} if {
	some db in input.resources.aws_db_instance
	some group in graph.targets_via(db, "aws_db_parameter_group", "parameter_group_name")
	switch := switch_of(group.attributes.family)
	some i, parameter in group.attributes.parameter
	parameter.name == switch.name
	not parameter.value in switch.on
	message := sprintf("The database's parameter `%s` is `%v`", [switch.name, parameter.value])
}

# The group says nothing, and the default is not to care.
deny contains {"resource": db.id, "at": group.id, "path": ["parameter"], "needs": needs, "message": message} if {
	some db in input.resources.aws_db_instance
	some group in graph.targets_via(db, "aws_db_parameter_group", "parameter_group_name")
	switch := switch_of(group.attributes.family)
	count([parameter | some parameter in group.attributes.parameter; parameter.name == switch.name]) == 0
	not is_on_by_default(group.attributes.family)
	needs := array.concat([{"resource": group.id, "path": ["family"]}], block.doubts(group, "parameter", ["name"]))
	message := sprintf("The database's parameter group does not set `%s`", [switch.name])
}

# There is no group of one's own, and the one that AWS brings does not care.
deny contains {"resource": db.id, "path": ["parameter_group_name"], "needs": needs, "message": message} if {
	some db in input.resources.aws_db_instance
	not has_group(db)
	family := concat("", [db.attributes.engine, object.get(db.attributes, "engine_version", "")])
	switch := switch_of(family)
	not is_on_by_default(family)
	needs := [{"resource": db.id, "path": ["engine_version"]}]
	message := sprintf("No parameter group sets `%s`", [switch.name])
}

has_group(db) if {
	setting.is_set(db.attributes, "parameter_group_name")
	not startswith(db.attributes.parameter_group_name, "default.")
}

has_group(db) if graph.targets_via(db, "aws_db_parameter_group", "parameter_group_name") != []

switch_of(family) := {"name": "rds.force_ssl", "on": {"1", 1}} if startswith(family, "postgres")

switch_of(family) := {"name": "rds.force_ssl", "on": {"1", 1}} if startswith(family, "sqlserver")

switch_of(family) := {"name": "require_secure_transport", "on": {"1", 1, "ON", "on"}} if startswith(family, "mysql")

switch_of(family) := {"name": "require_secure_transport", "on": {"1", 1, "ON", "on"}} if startswith(family, "mariadb")

switch_of(family) := {"name": "db2comm", "on": {"SSL", "ssl"}} if startswith(family, "db2")

# The first version of an engine that requires TLS by itself. Where no version is asked for, RDS takes a recent one.
is_on_by_default(family) if {
	some engine, first in {"postgres": 15.0, "mariadb": 11.8, "mysql": 9.7}
	startswith(family, engine)
	to_number(regex.find_n(`^[0-9]+(\.[0-9])?`, trim_prefix(family, engine), 1)[0]) >= first
}

is_on_by_default(family) if family in {"postgres", "mariadb"}
