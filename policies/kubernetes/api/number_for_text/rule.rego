# METADATA
# title: Number or boolean stands where Kubernetes takes only text
# description: |
#   YAML reads `8080`, `1.0`, `true` and `yes` without quotes as numbers and booleans. Labels, annotations, variables of
#   containers, their arguments, and what ConfigMaps and Secrets hold have to be text.
#
#   What is written here is refused when it is applied.
# related_resources:
#   - https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
#   - https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/config-map-v1/
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   written: ["*"]
#   remediation: >-
#     Put the value into quotes.
package policy.kubernetes.api.number_for_text

import data.lib.annotations
import data.lib.kubernetes

deny contains {"resource": map.id, "path": ["data", key], "message": message} if {
	some kind in ["ConfigMap", "Secret"]
	some map in input.resources[kind]
	some key, value in map.attributes.data
	message := fault(key, value)
	not is_made_text(map)
}

deny contains {"resource": secret.id, "path": ["stringData", key], "message": message} if {
	some secret in input.resources.Secret
	some key, value in secret.attributes.stringData
	message := fault(key, value)
	not is_made_text(secret)
}

deny contains {"resource": service.id, "path": ["spec", "selector", key], "message": message} if {
	some service in input.resources.Service
	some key, value in service.attributes.spec.selector
	message := fault(key, value)
	not is_made_text(service)
}

deny contains {"resource": workload.id, "path": array.concat(annotations.path(workload), [key]), "message": message} if {
	some workload in input.workloads
	workload.kind in own
	some key, value in annotations.of(workload)
	message := fault(key, value)
	not is_made_text(kubernetes.holder(workload))
}

deny contains {"resource": workload.id, "path": array.concat(workload.labels_path, [key]), "message": message} if {
	some workload in input.workloads
	workload.kind in own
	some key, value in annotations.labels(workload)
	message := fault(key, value)
	not is_made_text(kubernetes.holder(workload))
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	workload.kind in own
	some key, value in workload.pod_spec.nodeSelector
	message := fault(key, value)
	not is_made_text(kubernetes.holder(workload))
	path := array.concat(workload.path, ["nodeSelector", key])
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	workload.kind in own
	some container in workload.containers
	some at, variable in container.spec.env
	message := fault(object.get(variable, "name", ""), variable.value)
	not is_made_text(kubernetes.holder(workload))
	path := array.concat(container.path, ["env", at, "value"])
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	workload.kind in own
	some container in workload.containers
	some field in ["command", "args"]
	some at, word in container.spec[field]
	message := fault(field, word)
	not is_made_text(kubernetes.holder(workload))
	path := array.concat(container.path, [field, at])
}

fault(key, value) := sprintf("Kubernetes refuses the number %v in `%v`: only text is taken", [value, key]) if is_number(value)

fault(key, value) := sprintf("Kubernetes refuses %v in `%v`: only text is taken", [value, key]) if is_boolean(value)

# Terraform's provider turns numbers and booleans into text where Kubernetes takes nothing else.
is_made_text(resource) if contains(resource.address, "kubernetes_manifest.")

own := {
	"CronJob", "DaemonSet", "Deployment", "Job", "Pod", "ReplicaSet", "ReplicationController", "StatefulSet",
}
