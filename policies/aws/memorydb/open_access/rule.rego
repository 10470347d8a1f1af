# METADATA
# title: MemoryDB cluster asks nobody who they are
# description: |
#   The list `open-access` holds one user, which needs no password and may do everything. Whoever reaches the port of
#   this cluster, any machine in the network that is broken into, reads, changes and deletes all of it.
#
#   A list of one's own has users with passwords or roles of IAM, each with the commands and keys that it needs.
# related_resources:
#   - https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `acl_name` to an `aws_memorydb_acl` with an `aws_memorydb_user` for each program.
package policy.aws.memorydb.open_access

deny contains {
	"resource": cluster.id,
	"path": ["acl_name"],
	"message": "Whoever reaches the port may use the cluster: `acl_name` is `open-access`",
} if {
	some cluster in input.resources.aws_memorydb_cluster
	cluster.attributes.acl_name == "open-access"
}
