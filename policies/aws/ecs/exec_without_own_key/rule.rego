# METADATA
# title: Sessions of ECS Exec or their logs are not encrypted with a key of one's own
# description: |
#   ECS Exec opens a shell in a running container. The session runs over TLS; with a key of Key Management Service
#   it is encrypted once more, so that only those who may use the key can open one. Its log, with all that was
#   typed and shown, is encrypted where it is kept if the cluster asks for that.
#
#   A key costs money, and permissions on it have to be kept.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `kms_key_id` in `execute_command_configuration`, and in its `log_configuration`
#     `cloud_watch_encryption_enabled` or `s3_bucket_encryption_enabled` to `true`.
#   aliases: [CKV_AWS_224]
package policy.aws.ecs.exec_without_own_key

import data.lib.attribute
import data.lib.setting

deny contains {"resource": cluster.id, "path": array.concat(place, fault.path), "needs": needs, "message": fault.message} if {
	some cluster in input.resources.aws_ecs_cluster
	some i, configuration in cluster.attributes.configuration
	some j, sessions in configuration.execute_command_configuration
	object.get(sessions, "logging", "DEFAULT") != "NONE"
	place := ["configuration", i, "execute_command_configuration", j]
	fault := first_fault(sessions, array.concat(place, ["kms_key_id"]) in cluster.unknown)
	needs := [{"resource": cluster.id, "path": array.concat(place, step)} | some step in array.concat([["logging"]], fault.needs)]
}

# A key that is made here is not known yet.
first_fault(sessions, key_unknown) := {"path": ["kms_key_id"], "needs": [], "message": "`kms_key_id` is not set"} if {
	not key_unknown
	not setting.is_set(sessions, "kms_key_id")
}

first_fault(sessions, key_unknown) := {
	"path": ["log_configuration", 0, "cloud_watch_encryption_enabled"],
	"needs": [["log_configuration", 0, "s3_bucket_encryption_enabled"]],
	"message": "`log_configuration` does not ask for an encrypted log",
} if {
	has_key(sessions, key_unknown)
	log := setting.block(sessions, "log_configuration")
	not is_encrypted(log)
}

has_key(_, key_unknown) if key_unknown

has_key(sessions, _) if setting.is_set(sessions, "kms_key_id")

is_encrypted(log) if attribute.is_true(log.cloud_watch_encryption_enabled)

is_encrypted(log) if attribute.is_true(log.s3_bucket_encryption_enabled)
