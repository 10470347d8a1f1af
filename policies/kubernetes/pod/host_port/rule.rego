# METADATA
# title: Container takes a port of its node
# description: |
#   With `hostPort` a port of the node leads to the container, past Services and often past network policies.
#   Whoever reaches the node reaches it.
#
#   Only one such pod fits on a node, so that scaling and updates may get stuck.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/services-networking/service/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `hostPort` and publish the port with a Service. Where the address of the node is needed, as by a
#     node agent, narrow it with `hostIP`.
#   aliases: [CKV_K8S_26, KSV-0024, C-0044, hostPortSet]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.13"]
package policy.kubernetes.pod.host_port

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, port in container.spec.ports
	number := attribute.number(port.hostPort)
	number != 0
	path := array.concat(container.path, ["ports", at, "hostPort"])
	message := sprintf("%s takes port %v of its node", [kubernetes.title(container), number])
}
