# METADATA
# title: Agent on every node shares its network
# description: |
#   A pod with the host's network sees the node's interfaces and traffic, reaches services that listen on the node's
#   localhost only, and is out of reach of network policies. A DaemonSet does so on every node.
#
#   What measures or announces the network of its node needs this. Any other agent has a network of its own, and an
#   intruder in it then gets no further than that.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `hostNetwork: true` where the agent does not need the interfaces of its node, and publish ports with
#     `hostPort`. Else let it listen on the address it needs only.
#   aliases:
#     - CKV_K8S_19
#     - KSV-0009
#     - AC_K8S_0084
#     - C-0041
#     - host-network
#     - hostNetworkSet
#   compliance:
#     cis-kubernetes-1.8: ["5.2.5"]
package policy.kubernetes.pod.host_network_agent

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	kubernetes.on_every_node(workload)
	attribute.is_true(workload.pod_spec.hostNetwork)
	path := array.concat(workload.path, ["hostNetwork"])
	message := sprintf("Pods of this %s use the network of the node they run on", [kubernetes.kind(workload)])
}
