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

import data.lib.group
import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

# Where a Job is all that is selected, it is what serves.
deny contains {"resource": service.id, "path": ["spec", "selector"], "message": message, "needs": needs} if {
	some service in input.resources.Service
	object.get(service.attributes.spec, "selector", {}) != {}
	selected := pods.selected(service, ["spec", "selector"])
	jobs := [pods.title(workload) | some workload in selected; finishes(workload)]
	servers := [pods.title(workload) | some workload in selected; serves(workload)]
	doubtful_jobs := [need | count(jobs) == 0; some need in doubtful(service, "finishes")]
	doubtful_servers := [need | count(servers) == 0; some need in doubtful(service, "serves")]
	some job in first(jobs, doubtful_jobs)
	some server in first(servers, doubtful_servers)
	needs := array.concat(
		array.concat(doubtful_jobs, doubtful_servers),
		array.concat(scope.unknown(service, ["spec", "selector"]), scope.unknown(service, ["metadata", "namespace"])),
	)
	message := sprintf("Selects the pods of %s besides those of %s in namespace \"%s\": connections are sent to both", [
		job,
		server,
		kubernetes.namespace(service),
	])
}

# The first of each is enough to say so. One that may be selected is enough for doubt.
first(titles, doubt) := array.slice(array.concat(titles, ["others" | some _ in doubt]), 0, 1)

finishes(workload) if workload.kind in {"CronJob", "Job"}

serves(workload) if not workload.kind in {"CronJob", "Job", "PodTemplate"}

# As `needs`: a workload that does so and may be selected.
doubtful(service, does) := array.slice(object.get(unclear, scope.key(service.root, does), []), 0, 1)

unclear := group.by_key({[scope.key(root, does), need] |
	some [root, need] in pods.unclear
	some workload in pods.of(need.resource)
	some does in {word | word := "finishes"; finishes(workload)} | {word | word := "serves"; serves(workload)}
})
