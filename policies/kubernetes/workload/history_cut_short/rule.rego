# METADATA
# title: Jobs of a CronJob are gone before its history limits let them go
# description: |
#   A CronJob keeps its last Jobs with their pods and logs, three that worked and one that failed unless its history
#   limits say otherwise. `ttlSecondsAfterFinished` in its Job template deletes each of them after a time all the same.
#
#   Whoever looks for the reason of a failure after that time finds nothing.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#jobs-history-limits
#   - https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Remove `ttlSecondsAfterFinished` from the Job template, and set `successfulJobsHistoryLimit` and
#     `failedJobsHistoryLimit` to as many Jobs as are worth keeping.
#   aliases: [job-ttl-seconds-after-finished]
package policy.kubernetes.workload.history_cut_short

deny contains {"resource": cron.id, "path": ["spec", "jobTemplate", "spec", "ttlSecondsAfterFinished"], "message": message} if {
	some cron in input.resources.CronJob
	seconds := cron.attributes.spec.jobTemplate.spec.ttlSecondsAfterFinished
	message := sprintf("Jobs are deleted %v seconds after their end, whatever the history limits say", [seconds])
}
