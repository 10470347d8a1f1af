# METADATA
# title: Container listens for SSH
# description: |
#   Port 22 is where an SSH server listens. In a container it is a second way in, with accounts and keys that
#   Kubernetes knows nothing of.
#
#   Who gets in there leaves nothing in the audit log, and the key mostly outlives the people who had it.
# related_resources:
#   - https://kubernetes.io/docs/tasks/debug/debug-application/get-shell-running-container/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove the server from the image, and use `kubectl exec`, which rights in the cluster govern and the
#     audit log shows.
#   aliases: [C-0042, ssh-port]
package policy.kubernetes.pod.ssh_port

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	some at, port in container.spec.ports
	attribute.number(port.containerPort) == 22
	object.get(port, "protocol", "TCP") == "TCP"
	path := array.concat(container.path, ["ports", at, "containerPort"])
	needs := [{"resource": workload.id, "path": array.concat(container.path, ["ports", at, "protocol"])}]
	message := sprintf("%s listens on port 22, where SSH does", [kubernetes.title(container)])
}

deny contains {"resource": service.id, "path": ["spec", "ports", at, "targetPort"], "message": message, "needs": needs} if {
	some service in input.resources.Service
	some at, port in service.attributes.spec.ports
	attribute.number(object.get(port, "targetPort", port.port)) in {22, 2222}
	object.get(port, "protocol", "TCP") == "TCP"
	needs := [{"resource": service.id, "path": ["spec", "ports", at, "protocol"]}]
	message := "The Service sends to a port where SSH listens"
}
