# METADATA
# title: Restart policy does not fit what makes the pods
# description: |
#   A Deployment and its like keep pods running, so that Kubernetes takes no restart policy but `Always` in
#   them. A Job waits for pods to end and takes only `OnFailure` or `Never`, of which one has to be written.
#
#   What is written here is refused when it is applied.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
#   - https://kubernetes.io/docs/concepts/workloads/controllers/job/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Remove `restartPolicy` from what keeps pods running; set it to `OnFailure` in Jobs and CronJobs.
#   aliases: [cronjob-restartpolicy]
package policy.kubernetes.workload.refused_restart_policy

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	workload.kind in {"DaemonSet", "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"}
	policy := workload.pod_spec.restartPolicy
	not policy in {"Always", ""}
	path := array.concat(workload.path, ["restartPolicy"])
	message := sprintf("Kubernetes refuses a %s with restartPolicy %s", [kubernetes.kind(workload), policy])
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	workload.kind in {"CronJob", "Job"}
	policy := object.get(workload.pod_spec, "restartPolicy", "Always")
	policy in {"Always", ""}
	not has_default(input.resources[workload.kind][workload.index].address)
	path := array.concat(workload.path, ["restartPolicy"])
	message := sprintf("Kubernetes refuses a %s without restartPolicy OnFailure or Never", [kubernetes.kind(workload)])
}

# Terraform's provider writes Never where nothing is said.
has_default(address) if {
	some part in split(address, ".")
	some start in ["kubernetes_job", "kubernetes_cron_job"]
	startswith(part, start)
}
