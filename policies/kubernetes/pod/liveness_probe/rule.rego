# METADATA
# title: Container has no liveness probe
# description: |
#   The kubelet restarts a container that ends. One that hangs, without memory or in a deadlock, still counts
#   as running unless a liveness probe asks it.
#
#   It then stays away until somebody notices. A probe that asks for more than whether the process itself
#   works does harm, since it restarts what is only waiting for others.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/probes/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add a `livenessProbe` that asks only whether this process works, with a generous `failureThreshold`.
#   aliases: [CKV_K8S_8, AC_K8S_0070, C-0056, no-liveness-probe, livenessProbeMissing, pod-probes]
package policy.kubernetes.pod.liveness_probe

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind in kinds
	not workload.pod_spec.restartPolicy in {"Never", "OnFailure"}
	some container in workload.containers
	container.role == "container"
	not container.spec.livenessProbe
	path := array.concat(container.path, ["livenessProbe"])
	needs := [{"resource": workload.id, "path": array.concat(workload.path, ["restartPolicy"])}]
	message := sprintf("%s stays away when it hangs: it has no liveness probe", [kubernetes.title(container)])
}

# What runs to its end needs no probe.
kinds := {
	"DaemonSet",
	"Deployment",
	"DeploymentConfig.apps.openshift.io",
	"Pod",
	"ReplicaSet",
	"ReplicationController",
	"Rollout.argoproj.io",
	"StatefulSet",
}
