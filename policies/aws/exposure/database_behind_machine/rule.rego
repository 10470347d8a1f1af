# METADATA
# title: Database lets in a machine that the internet reaches
# description: |
#   The security group of this database lets in whatever is in the group of a machine that the internet reaches.
#   Whoever takes the machine over is one step from the data.
#
#   That is how a web server and its database are often put together. It is worth a border in between where the
#   machine does more than serve the one program, or is administered from the internet.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Put a load balancer before the machine and take its public address away, or let in the group of the program's
#     own machines only.
package policy.aws.exposure.database_behind_machine

import data.lib.acting
import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": step.written.resource,
	"path": step.written.path,
	"by_reference": true,
	"needs": reached.unknown,
	"evidence": array.concat(reached.stations, [{"resource": step.id, "path": [], "note": "the database"}]),
	"message": sprintf("This rule lets %s, which the internet reaches directly, connect to %s", [acting.title(reached), acting.title(step)]),
} if {
	some kind in ["aws_instance", "aws_autoscaling_group", "aws_ecs_service"]
	some reached in exposure.of_kind(kind)
	reached.hops == 0
	some step in reached.reaches
	step.relation == "routes"
	step.kind in databases
}

databases := {
	"aws_db_instance",
	"aws_docdb_cluster",
	"aws_elasticache_cluster",
	"aws_elasticache_replication_group",
	"aws_neptune_cluster",
	"aws_opensearch_domain",
	"aws_rds_cluster",
	"aws_redshift_cluster",
}
