# METADATA
# title: Tiller is deployed
# description: |
#   Tiller was the part of Helm 2 that ran in the cluster. It takes orders from whoever reaches its port,
#   without asking who that is, and mostly has every right in the cluster.
#
#   Whoever gets into any pod can make it do anything. Helm 3 has no such part; Helm 2 has had no fixes since
#   2020.
# related_resources:
#   - https://helm.sh/docs/topics/v2_v3_migration/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Move releases to Helm 3 with its `2to3` plugin, and delete the deployment, its Service and its service
#     account.
#   aliases: [CKV_K8S_34, KSV-0102, AC_K8S_0071]
package policy.kubernetes.helm.tiller

import data.lib.image

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	runs := container.spec.image
	startswith(image.name(runs), "tiller")
	path := array.concat(container.path, ["image"])
	message := sprintf("Tiller is started from %s", [runs])
}

# Whatever the image is called.
deny contains {"resource": workload.id, "path": ["metadata", "name"], "message": message} if {
	some workload in input.workloads
	name := input.resources[workload.kind][workload.index].attributes.metadata.name
	"tiller" in split(name, "-")
	message := sprintf("%s is the name of Tiller", [name])
}

# Helm gives it these labels.
deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some path, labels in {
		workload.labels_path: workload.labels,
		["metadata", "labels"]: object.get(input.resources[workload.kind][workload.index], ["attributes", "metadata", "labels"], {}),
	}
	is_named(labels)
	message := "The labels are those of Tiller"
}

is_named(labels) if labels.app in {"helm", "tiller"}

is_named(labels) if labels.name == "tiller"
