# METADATA
# title: Workload runs as two pods
# description: |
#   While one of two pods is away, for an upgrade of its node or a new version, the other one has to carry
#   everything, and there is none left should it fail too.
#
#   With three the second failure is survived, and each has to keep free a half of its strength, not all of it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `replicas: 3` or more where the service must not be away.
#   aliases: [minimum-three-replicas]
package policy.kubernetes.workload.two_replicas

import data.lib.graph
import data.lib.kubernetes
import data.lib.replicas

# Where an autoscaler decides, kubernetes-autoscaler-two-replicas looks at it.
deny contains {"resource": workload.id, "path": ["spec", "replicas"], "message": message, "needs": needs} if {
	some workload in input.workloads
	workload.kind in {"Deployment", "DeploymentConfig.apps.openshift.io", "Rollout.argoproj.io"}
	holder := kubernetes.holder(workload)
	replicas.fewest(holder) == 2
	count(graph.referrers(holder, "HorizontalPodAutoscaler")) == 0
	needs := replicas.needs(holder)
	message := "While one of the two pods is away, there is no spare one"
}
