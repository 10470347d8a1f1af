# METADATA
# title: Kubernetes dashboard is deployed
# description: |
#   The dashboard shows and changes what is in the cluster, with its own rights or those of whoever signs in.
#   Clusters were taken over through dashboards that could be reached and asked for nothing.
#
#   Most people have another view of the cluster that needs nothing in it.
# related_resources:
#   - https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove it, or keep it unreachable but for `kubectl port-forward`, with an account that may do nothing.
#   aliases: [CKV_K8S_33, AC_K8S_0067]
package policy.kubernetes.workload.dashboard

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	image := container.spec.image
	some name in ["kubernetes-dashboard", "kubernetesui/dashboard"]
	contains(image, name)
	path := array.concat(container.path, ["image"])
	message := sprintf("The dashboard is started from %s", [image])
}

deny contains {"resource": workload.id, "path": workload.labels_path, "message": message} if {
	some workload in input.workloads
	some key in ["k8s-app", "app"]
	workload.labels[key] == "kubernetes-dashboard"
	message := "The labels of these pods are those of the dashboard"
}
