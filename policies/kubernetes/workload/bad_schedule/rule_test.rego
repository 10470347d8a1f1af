package policy.kubernetes.workload.bad_schedule_test

import data.policy.kubernetes.workload.bad_schedule as rule

faults(schedule) := {split(violation.message, "`: ")[1] | some violation in violations} if {
	violations := rule.deny with input.resources.CronJob as [{"id": "j", "attributes": {"spec": {"schedule": schedule}}}]
}

test_number_of_fields if {
	faults("0 3 * *") == {"it has 4 fields, not 5"}
	faults("0 0 3 * * *") == {"it has 6 fields, not 5"}
	faults("") == {"it has no fields"}
	faults("  ") == {"it has no fields"}
}

test_ranges if {
	faults("60 3 * * *") == {"the minute is not within 0 and 59"}
	faults("0 24 * * *") == {"the hour is not within 0 and 23"}
	faults("0 3 0 * *") == {"the day of the month is not within 1 and 31"}
	faults("0 3 * 1-13 *") == {"the month is not within 1 and 12"}
	faults("0 3 * * 1,7") == {"the day of the week is not within 0 and 6"}
}

test_allows if {
	every schedule in [
		"0 3 * * *", "*/5 0-23/2 1,15 JAN-MAR sun", "  0  3 * * 0", "@daily", "@every 1h30m", "TZ=UTC 0 3 * * *",
		"CRON_TZ=Europe/Berlin 0 3 * * *", "0/90 * ? * MON", "{{ .Values.schedule }}", "${SCHEDULE}", "<schedule>",
	] {
		faults(schedule) == set()
	}
	faults(5) == set()
}
