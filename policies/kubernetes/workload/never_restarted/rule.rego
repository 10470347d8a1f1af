# METADATA
# title: Container is not started again when it fails
# description: |
#   With `restartPolicy: Never` a container that ends stays away. A Job makes new pods instead, up to its
#   `backoffLimit`; a pod of its own is simply gone.
#
#   A short fault of the network or a node then needs somebody who looks.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `restartPolicy: OnFailure` for jobs and `Always` for all else, or let a Deployment or Job make the
#     pod.
#   aliases: [restart-policy]
package policy.kubernetes.workload.never_restarted

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	workload.pod_spec.restartPolicy == "Never"
	path := array.concat(workload.path, ["restartPolicy"])
	message := sprintf("Containers of this %s are not started again when they fail", [kubernetes.kind(workload)])
}
