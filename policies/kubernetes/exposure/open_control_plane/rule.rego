# METADATA
# title: Cluster with privileged pods has an API server that answers the whole internet
# description: |
#   Anybody on the internet can talk to the API server of this cluster, and some of its pods run privileged: what
#   happens in them happens on the machine.
#
#   A single token that may enter such a pod, from a laptop or a log, is then enough to take over its node from
#   anywhere, and from there the rest.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
# custom:
#   severity: medium
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Give the API server no public address, or list the networks that may connect to it. Let the pods that the evidence
#     names have single capabilities instead of `privileged`.
package policy.kubernetes.exposure.open_control_plane

import data.lib.exposure
import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {
	"resource": reached.id,
	"at": exposure.door(reached).resource,
	"path": exposure.door(reached).path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, needs),
	"evidence": array.concat(reached.stations, array.slice(privileged, 0, 4)),
	"message": sprintf("The API server of %s answers the internet, and the cluster runs privileged containers (%d)", [cluster.address, count(privileged)]),
} if {
	some kind in ["aws_eks_cluster", "azurerm_kubernetes_cluster", "google_container_cluster"]
	some reached in exposure.of_kind(kind)
	cluster := input.resources[kind][reached.index]
	privileged := [container | some workload in running(cluster); some container in containers(workload)]
	needs := [need | count(privileged) == 0; some workload in running(cluster); some need in doubts(workload)]
	count(privileged) + count(needs) > 0
}

running(cluster) := [workload |
	some reference in cluster.referred_by
	reference.relation == "runs-on"
	some workload in pods.of(reference.id)
]

containers(workload) := [{
	"resource": workload.id,
	"path": array.concat(container.path, ["securityContext", "privileged"]),
	"note": sprintf("%s of %s is privileged", [kubernetes.title(container), kubernetes.holder(workload).address]),
} |
	some container in workload.containers
	container.spec.securityContext.privileged == true
]

# As `needs`: what leaves open whether one is.
doubts(workload) := [{"resource": workload.id, "path": path} |
	some path in kubernetes.holder(workload).unknown
	hides(path, workload)
]

hides(path, workload) if {
	count(path) <= count(workload.path) + 2
	scope.overlap(path, array.concat(workload.path, ["containers"]))
}

hides(path, workload) if {
	some container in workload.containers
	scope.overlap(path, array.concat(container.path, ["securityContext", "privileged"]))
}
