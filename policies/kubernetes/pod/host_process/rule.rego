# METADATA
# title: Windows container runs as a process of its node
# description: |
#   A HostProcess container is not contained: it runs on the Windows node itself, with its file system,
#   network and accounts.
#
#   Whoever gets code running inside it owns the node and everything that runs there.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `windowsOptions.hostProcess: true`. Where an agent needs the node, keep it in a namespace of its
#     own that nobody else may deploy to.
#   aliases: [KSV-0103, C-0211.set-hostprocess-true, hostProcess]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.11"]
package policy.kubernetes.pod.host_process

import data.lib.attribute
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	attribute.is_true(container.spec.securityContext.windowsOptions.hostProcess)
	path := array.concat(container.path, ["securityContext", "windowsOptions", "hostProcess"])
	message := sprintf("%s runs as a process of its Windows node", [kubernetes.title(container)])
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	attribute.is_true(workload.pod_spec.securityContext.windowsOptions.hostProcess)
	path := array.concat(workload.path, ["securityContext", "windowsOptions", "hostProcess"])
	message := sprintf("Containers of this %s run as processes of their Windows node", [kubernetes.kind(workload)])
}
