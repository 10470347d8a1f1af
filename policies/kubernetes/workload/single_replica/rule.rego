# METADATA
# title: Workload runs as a single pod
# description: |
#   With one replica a node that fails or is drained takes the service away until the pod has started
#   elsewhere. So does each deployment whose new pod does not work at once.
#
#   It is right for what must run once only, such as a database without replication.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `replicas: 2` or more, or let an autoscaler keep at least that many.
#   aliases: [minimum-three-replicas, deploymentMissingReplicas, deployment-replicas]
package policy.kubernetes.workload.single_replica

import data.lib.kubernetes
import data.lib.replicas

deny contains {"resource": workload.id, "path": ["spec", "replicas"], "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind in {"Deployment", "DeploymentConfig.apps.openshift.io", "Rollout.argoproj.io"}
	holder := kubernetes.holder(workload)
	replicas.fewest(holder) == 1
	needs := replicas.needs(holder)
	message := "The service is away whenever its one pod is"
}
