# METADATA
# title: Nobody is named who looks after the workload
# description: |
#   When something breaks or is broken into, somebody has to be found who knows the workload. Labels are where
#   people and tools look for that.
#
#   Without one, findings and bills go to nobody, and hours pass until somebody acts.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add the label `owner` with the name of a team.
#   aliases: [AC_K8S_0013, required-label-owner, C-0076]
package policy.kubernetes.workload.no_owner

import data.lib.scope

deny contains {"resource": holder.id, "path": ["metadata", "labels", "owner"], "message": message, "needs": needs} if {
	some kind in kinds
	some holder in input.resources[kind]
	holder.api_version
	not holder.attributes.metadata.labels.owner
	needs := scope.unknown(holder, ["metadata", "labels", "owner"])
	message := "The workload has no label owner"
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
