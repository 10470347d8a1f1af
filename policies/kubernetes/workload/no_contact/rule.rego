# METADATA
# title: No address is named for the workload
# description: |
#   When something breaks or is broken into, somebody has to be reached. An address in an annotation is found
#   by whoever has access to the cluster only.
#
#   Without one, hours pass until somebody acts.
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Add the annotation `email` with the address of the team.
#   aliases: [required-annotation-email]
package policy.kubernetes.workload.no_contact

import data.lib.scope

deny contains {"resource": holder.id, "path": ["metadata", "annotations", "email"], "message": message, "needs": needs} if {
	some kind in kinds
	some holder in input.resources[kind]
	holder.api_version
	not regex.match("^[^@ ]+@[^@ ]+[.][^@ ]+$", object.get(holder.attributes.metadata, ["annotations", "email"], ""))
	needs := scope.unknown(holder, ["metadata", "annotations", "email"])
	message := "The workload has no annotation email with an address"
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
