# METADATA
# title: Object lies in the namespace default
# description: |
#   Namespaces keep applications apart: rights, quotas and network policies are given for each. `default` is
#   where everything ends up for which nobody chose one.
#
#   Who gets rights there gets them for a mixture, and a policy for one application holds for all.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make a namespace for the application and write it into `metadata.namespace`, or let the kustomization or
#     delivery tool that applies the file set it.
#   aliases: [CKV_K8S_21, KSV-0110, AC_K8S_0086, C-0061, C-0212, use-namespace]
#   compliance:
#     cis-kubernetes-1.8: ["5.7.4"]
package policy.kubernetes.namespace.in_default

deny contains {"resource": object.id, "path": ["metadata", "namespace"], "message": message} if {
	some kind in kinds
	some object in input.resources[kind]
	is_kubernetes(object)
	not elsewhere(object)
	not [kind, object.name] in own
	message := sprintf("This %s lies in the namespace default%s", [kind, said(object)])
}

is_kubernetes(object) if object.api_version

elsewhere(object) if {
	object.namespace
	not object.namespace in {"default", ""}
}

said(object) := ", unless whoever applies it says another" if not object.namespace

said(object) := "" if object.namespace

# Kubernetes makes these itself.
own := {
	["ConfigMap", "kube-root-ca.crt"],
	["EndpointSlice", "kubernetes"],
	["Endpoints", "kubernetes"],
	["Service", "kubernetes"],
	["ServiceAccount", "default"],
}

kinds := [
	"ConfigMap",
	"ControllerRevision",
	"CronJob",
	"CSIStorageCapacity",
	"DaemonSet",
	"Deployment",
	"EndpointSlice",
	"Endpoints",
	"HorizontalPodAutoscaler",
	"Ingress",
	"Job",
	"Lease",
	"LimitRange",
	"NetworkPolicy",
	"PersistentVolumeClaim",
	"Pod",
	"PodDisruptionBudget",
	"PodTemplate",
	"ReplicaSet",
	"ReplicationController",
	"ResourceQuota",
	"Role",
	"RoleBinding",
	"Secret",
	"Service",
	"ServiceAccount",
	"StatefulSet",
]
