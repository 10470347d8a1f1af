# METADATA
# title: Workload has none of the common labels
# description: |
#   Kubernetes recommends a set of labels that say what an object is a part of. Dashboards, queries and
#   policies go by them.
#
#   Without them each tool has to guess from names, and one selects what another one made.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add `app.kubernetes.io/name`, `app.kubernetes.io/instance`, `app.kubernetes.io/version` and
#     `app.kubernetes.io/part-of`.
#   aliases: [C-0077]
package policy.kubernetes.workload.no_common_labels

import data.lib.scope

deny contains {"resource": holder.id, "path": ["metadata", "labels"], "message": message, "needs": needs} if {
	some kind in kinds
	some holder in input.resources[kind]
	holder.api_version
	count([key | some key, _ in holder.attributes.metadata.labels; startswith(key, "app.kubernetes.io/")]) == 0
	needs := scope.unknown(holder, ["metadata", "labels"])
	message := "The workload has no label of app.kubernetes.io/"
}

kinds := [
	"CronJob",
	"DaemonSet",
	"Deployment",
	"DeploymentConfig.apps.openshift.io",
	"Job",
	"Pod",
	"ReplicaSet",
	"ReplicationController",
	"StatefulSet",
]
