# METADATA
# title: Secrets Manager changes the secret less often than every 90 days
# description: |
#   Secrets Manager changes this secret by itself, but only after more than 90 days. One that leaked without notice
#   works that long.
#
#   It costs nothing to do so more often once the function that does it is there.
# related_resources:
#   - https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `automatically_after_days` to 90 or less, or such a rate in `schedule_expression`.
#   aliases: [CKV_AWS_304]
package policy.aws.secretsmanager.rare_rotation

import data.lib.attribute
import data.lib.setting

deny contains {"resource": rotation.id, "path": ["rotation_rules", i, "automatically_after_days"], "message": message} if {
	some rotation in input.resources.aws_secretsmanager_secret_rotation
	some i, rules in rotation.attributes.rotation_rules
	message := setting.above(rules, "automatically_after_days", 90, 0)
}

deny contains {"resource": rotation.id, "path": ["rotation_rules", i, "schedule_expression"], "message": message} if {
	some rotation in input.resources.aws_secretsmanager_secret_rotation
	some i, rules in rotation.attributes.rotation_rules
	days(rules.schedule_expression) > 90
	message := sprintf("`schedule_expression` is `%s`, more than 90 days", [rules.schedule_expression])
}

# The days of `rate(100 days)`.
days(schedule) := attribute.number(words[0]) if {
	is_string(schedule)
	startswith(schedule, "rate(")
	words := split(trim_suffix(trim_prefix(schedule, "rate("), ")"), " ")
	words[1] in {"day", "days"}
}
