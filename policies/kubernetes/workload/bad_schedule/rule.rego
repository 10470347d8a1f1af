# METADATA
# title: Schedule of the CronJob cannot be read
# description: |
#   A schedule is five fields (minute, hour, day of the month, month, day of the week), or one of the words `@yearly`,
#   `@monthly`, `@weekly`, `@daily`, `@hourly` and their like. Sunday is 0: unlike cron of Linux, Kubernetes takes no 7.
#
#   What is written here is refused when it is applied, and the job never runs.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Write five fields, each within its range.
package policy.kubernetes.workload.bad_schedule

import data.lib.attribute

deny contains {"resource": job.id, "path": ["spec", "schedule"], "message": message} if {
	some job in input.resources.CronJob
	schedule := job.attributes.spec.schedule
	is_string(schedule)
	not is_filled_in_later(schedule)
	fault := wrong(parts(schedule))
	message := sprintf("Kubernetes refuses the schedule `%s`: %s", [schedule, fault])
}

is_filled_in_later(schedule) if regex.match(`[{}<>$%]`, schedule)

# The fields, without a time zone before them.
parts(schedule) := [part |
	some at, part in split(trim_space(regex.replace(schedule, `\s+`, " ")), " ")
	not is_zone(at, part)
]

is_zone(0, part) if regex.match(`^(CRON_)?TZ=`, part)

wrong(fields) := "it has no fields" if fields == [""]

wrong(fields) := sprintf("it has %d fields, not 5", [count(fields)]) if {
	not startswith(fields[0], "@")
	fields != [""]
	count(fields) != 5
}

wrong(fields) := sprintf("the %s is not within %d and %d", [bound.name, bound.least, bound.most]) if {
	count(fields) == 5
	some at in array.slice([i | some i, bound in bounds; is_beyond(fields[i], bound)], 0, 1)
	bound := bounds[at]
}

bounds := [
	{"name": "minute", "least": 0, "most": 59},
	{"name": "hour", "least": 0, "most": 23},
	{"name": "day of the month", "least": 1, "most": 31},
	{"name": "month", "least": 1, "most": 12},
	{"name": "day of the week", "least": 0, "most": 6},
]

# Of lists and ranges, each number; what stands behind `/` is a step.
is_beyond(field, bound) if {
	some item in split(field, ",")
	some text in split(split(item, "/")[0], "-")
	value := attribute.number(text)
	is_outside(value, bound)
}

is_outside(value, bound) if value < bound.least

is_outside(value, bound) if value > bound.most
