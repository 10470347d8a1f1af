# METADATA
# title: Sessions of ECS Exec are not logged
# description: |
#   ECS Exec opens a shell in a running container. What is typed there, by people or by somebody with a stolen
#   login, is written to a log, unless the cluster says otherwise. Here it does: afterwards nobody can tell what
#   was done.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `logging`, or set it to `DEFAULT` or `OVERRIDE`.
#   aliases: [CKV_AWS_223]
package policy.aws.ecs.exec_not_logged

deny contains {
	"resource": cluster.id,
	"path": ["configuration", i, "execute_command_configuration", j, "logging"],
	"message": "`logging` is `NONE`, so what is done in a session is kept nowhere",
} if {
	some cluster in input.resources.aws_ecs_cluster
	some i, configuration in cluster.attributes.configuration
	some j, sessions in configuration.execute_command_configuration
	sessions.logging == "NONE"
}
