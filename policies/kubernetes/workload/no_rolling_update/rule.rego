# METADATA
# title: All pods are stopped before new ones start
# description: |
#   With the strategy `Recreate` a Deployment stops every pod before it starts the first new one. Each
#   deployment takes the service away for as long as a start takes, and longer if the new version does not
#   work.
#
#   It is right where two versions must not run at once, or share a volume that only one node may mount.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Remove `strategy`, or set `type: RollingUpdate`, where two versions may run side by side.
#   aliases: [C-0305, no-rolling-update-strategy, deployment-strategy]
package policy.kubernetes.workload.no_rolling_update

deny contains {"resource": holder.id, "path": ["spec", "strategy", "type"], "message": message} if {
	some kind in ["Deployment", "DeploymentConfig.apps.openshift.io"]
	some holder in input.resources[kind]
	strategy := holder.attributes.spec.strategy.type
	not strategy in {"Rolling", "RollingUpdate"}
	message := sprintf("Pods are not replaced one by one: the strategy is %s", [strategy])
}
