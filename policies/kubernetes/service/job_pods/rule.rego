# METADATA
# title: Service selects the pods of a Job
# description: |
#   The selector of a Service also matches the pods of a Job or CronJob, because they carry the labels of the
#   application. While such a pod runs, a part of all connections is sent to it, and nothing listens there.
#
#   A migration or a backup then makes the application fail at random for as long as it runs.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/
#   - https://kubernetes.io/docs/concepts/workloads/controllers/job/
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give the pods of the Job labels that the Service does not select, or add a label to the selector that only the
#     serving pods carry, such as `app.kubernetes.io/component`.
package policy.kubernetes.service.job_pods

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

# Where a Job is all that is selected, it is what serves.
deny contains {"resource": service.id, "path": ["spec", "selector"], "message": message, "needs": needs} if {
	some service in input.resources.Service
	object.get(service.attributes.spec, "selector", {}) != {}
	selected := pods.selected(service, ["spec", "selector"])
	doubt := pods.doubt(service.root)
	some job in jobs(selected, doubt)
	some server in servers(selected, doubt)
	needs := array.concat(
		array.concat(scope.unknown(service, ["spec", "selector"]), doubt),
		scope.unknown(service, ["metadata", "namespace"]),
	)
	message := sprintf("Selects the pods of %s besides those of %s in namespace \"%s\": connections are sent to both", [
		job,
		server,
		kubernetes.namespace(service),
	])
}

# The first of each is enough to say so. One that may be selected is enough for doubt.
jobs(selected, doubt) := first([pods.title(workload) | some workload in selected; finishes(workload)], doubt)

servers(selected, doubt) := first([pods.title(workload) | some workload in selected; serves(workload)], doubt)

first(titles, doubt) := array.slice(array.concat(titles, ["others" | some _ in doubt]), 0, 1)

finishes(workload) if workload.kind in {"CronJob", "Job"}

serves(workload) if not workload.kind in {"CronJob", "Job", "PodTemplate"}
