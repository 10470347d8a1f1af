# METADATA
# title: Container listens on a port below 1024
# description: |
#   Ports below 1024 are for root, or for whoever has the capability `NET_BIND_SERVICE`, unless the node
#   lowers that bound. A container that listens there is mostly run as root for this alone.
#
#   Nothing else needs it: a Service may offer port 80 and send to 8080.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Let the program listen on a port above 1023, and set `targetPort` in the Service.
#   aliases: [KSV-0117, privileged-ports]
package policy.kubernetes.pod.privileged_port

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, port in container.spec.ports
	number := attribute.number(port.containerPort)
	number < 1024
	number > 0
	path := array.concat(container.path, ["ports", at, "containerPort"])
	message := sprintf("%s listens on port %v, which is for root", [kubernetes.title(container), number])
}
