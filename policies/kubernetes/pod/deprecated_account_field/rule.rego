# METADATA
# title: Service account is named in a deprecated field
# description: |
#   `serviceAccount` is an old name of `serviceAccountName` that Kubernetes keeps for the sake of old files.
#   Where both stand, the new one counts.
#
#   Tools that change or check the account of a pod often know the new name only, and leave the old one
#   behind.
# related_resources:
#   - https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [default, reliability]
#   remediation: >-
#     Rename the field to `serviceAccountName`.
#   aliases: [C-0294, deprecated-service-account-field]
package policy.kubernetes.pod.deprecated_account_field

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	is_pod_spec(workload)
	name := workload.pod_spec.serviceAccount
	name != ""
	not workload.pod_spec.serviceAccountName == name
	path := array.concat(workload.path, ["serviceAccount"])
	needs := [{"resource": workload.id, "path": array.concat(workload.path, ["serviceAccountName"])}]
	message := sprintf("The account \"%s\" is named in serviceAccount, %s", [name, why(workload.pod_spec)])
}

# Kinds of Kubernetes itself; an unknown one may be one of them.
is_pod_spec(workload) if not contains(workload.kind, ".")

# Other kinds may have a field of that name that is their own, and the only one. A pod template is written as such.
is_pod_spec(workload) if {
	[holder, "spec"] = array.slice(workload.path, count(workload.path) - 2, count(workload.path))
	holder in {"podTemplate", "podTemplateSpec", "template"}
}

why(spec) := "which is deprecated" if not spec.serviceAccountName

why(spec) := sprintf("which is ignored: serviceAccountName is \"%s\"", [spec.serviceAccountName])
