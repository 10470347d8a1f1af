# METADATA
# title: Job stays for ever when it has ended
# description: |
#   A Job and its pods stay in the cluster after they have ended, until somebody deletes them.
#   `ttlSecondsAfterFinished` has Kubernetes do that.
#
#   Thousands of old Jobs slow down the API server and everything that lists pods. Jobs that a CronJob makes
#   are cleared away by its history limits.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `ttlSecondsAfterFinished`, for example to 86400 for a day.
#   aliases: [job-ttl-seconds-after-finished]
package policy.kubernetes.workload.finished_jobs

import data.lib.scope

deny contains {"resource": job.id, "path": ["spec", "ttlSecondsAfterFinished"], "message": message, "needs": needs} if {
	some job in input.resources.Job
	not job.attributes.spec.ttlSecondsAfterFinished
	not is_hook(job.attributes)
	needs := scope.unknown(job, ["metadata", "annotations"])
	message := "The Job and its pods stay when it has ended: ttlSecondsAfterFinished is not set"
}

# Helm and Argo CD delete what they run as a hook.
is_hook(attributes) if {
	some key in ["helm.sh/hook-delete-policy", "argocd.argoproj.io/hook-delete-policy"]
	attributes.metadata.annotations[key]
}
