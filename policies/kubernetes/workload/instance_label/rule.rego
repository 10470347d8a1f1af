# METADATA
# title: Instance label is not the name of the object
# description: |
#   The label `app.kubernetes.io/instance` tells installations of one application apart. Tools that go by it,
#   such as dashboards and delivery tools, take it for the name.
#
#   Where the two differ, or the label is missing, they show or prune the wrong objects.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `app.kubernetes.io/instance` to the name of the object, unless one installation has several objects
#     of the kind.
#   aliases: [metadataAndInstanceMismatched]
package policy.kubernetes.workload.instance_label

import data.lib.scope

deny contains {"resource": holder.id, "path": ["metadata", "labels", "app.kubernetes.io/instance"], "message": message, "needs": needs} if {
	some kind in kinds
	some holder in input.resources[kind]
	holder.api_version
	instance := object.get(holder.attributes.metadata, ["labels", "app.kubernetes.io/instance"], "not set")
	instance != holder.attributes.metadata.name
	needs := scope.unknown(holder, ["metadata", "labels", "app.kubernetes.io/instance"])
	message := sprintf("The label app.kubernetes.io/instance is %s", [instance])
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
