# METADATA
# title: Liveness and readiness probe are the same
# description: |
#   When a readiness probe fails, the pod gets no requests until it recovers. When a liveness probe fails, the
#   container is restarted. Where both ask the same, a container that is only busy or waits for a database is
#   restarted instead of left alone.
#
#   Under load the restarts take pods away just when they are needed.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/probes/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Let the liveness probe ask only whether the process itself works, or remove it, or give it a much larger
#     `failureThreshold`.
#   aliases: [pod-probes-identical]
package policy.kubernetes.pod.same_probes

import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	container.spec.livenessProbe == container.spec.readinessProbe
	path := array.concat(container.path, ["livenessProbe"])
	needs := array.concat(
		scope.unknown(kubernetes.holder(workload), path),
		scope.unknown(kubernetes.holder(workload), array.concat(container.path, ["readinessProbe"])),
	)
	message := sprintf("%s is restarted whenever it is not ready: both probes are the same", [kubernetes.title(container)])
}
