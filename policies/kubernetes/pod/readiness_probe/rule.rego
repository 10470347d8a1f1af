# METADATA
# title: Container has no readiness probe
# description: |
#   A pod gets requests as soon as its containers run, unless a readiness probe says when they can answer. It
#   also holds a rollout back until the new pods work.
#
#   Without one each deployment and each restart loses requests, and a version that starts but does not work
#   replaces all pods.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/probes/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add a `readinessProbe` that asks whether the container can answer requests.
#   aliases: [CKV_K8S_9, AC_K8S_0072, C-0018, no-readiness-probe, readinessProbeMissing, pod-probes]
package policy.kubernetes.pod.readiness_probe

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind in kinds
	not workload.pod_spec.restartPolicy in {"Never", "OnFailure"}
	some container in workload.containers
	container.role == "container"
	not container.spec.readinessProbe
	path := array.concat(container.path, ["readinessProbe"])
	needs := [{"resource": workload.id, "path": array.concat(workload.path, ["restartPolicy"])}]
	message := sprintf("%s counts as ready as soon as it runs: it has no readiness probe", [kubernetes.title(container)])
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
