# METADATA
# title: Pod shares the network of its node
# description: |
#   With the host's network the pod has no network of its own: it sees the node's interfaces and traffic,
#   reaches services that listen on the node's localhost only, and opens its ports on the node itself.
#
#   Network policies do not apply to such a pod, and it can reach what the node may reach, often also the
#   cloud provider's metadata service with the node's credentials. Agents on every node, which may need that, are
#   `kubernetes-pod-host-network-agent`.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `hostNetwork: true`, and publish ports with a Service, or with `hostPort` on the container where
#     it must be the node's address.
#   aliases:
#     - CKV_K8S_19
#     - KSV-0009
#     - AC_K8S_0084
#     - C-0041
#     - host-network
#     - hostNetworkSet
#   compliance:
#     cis-kubernetes-1.8: ["5.2.5"]
package policy.kubernetes.pod.host_network

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	not kubernetes.on_every_node(workload)
	attribute.is_true(workload.pod_spec.hostNetwork)
	path := array.concat(workload.path, ["hostNetwork"])
	message := sprintf("Pods of this %s use the network of the node they run on", [kubernetes.kind(workload)])
}
