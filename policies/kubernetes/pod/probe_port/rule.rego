# METADATA
# title: Probe asks a port that the container does not list
# description: |
#   The container lists the ports it listens on, and the probe asks another one. Where that is a name,
#   Kubernetes cannot tell the number and the probe fails for ever. A number that is not listed is asked all
#   the same; where nothing listens there, it is a typing mistake.
#
#   The pod then never gets requests, or is restarted again and again, and whoever reads the list for a
#   network policy misses a port that is in use.
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/probes/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Give the probe the name of one of the ports, or list the port.
#   aliases: [readiness-port, liveness-port, startup-port]
package policy.kubernetes.pod.probe_port

import data.lib.kubernetes
import data.lib.scope

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	count(container.spec.ports) > 0
	some field in ["livenessProbe", "readinessProbe", "startupProbe"]
	some form in ["httpGet", "tcpSocket", "grpc"]
	port := container.spec[field][form].port
	every listed in container.spec.ports { not sprintf("%v", [port]) in {object.get(listed, "name", ""), sprintf("%v", [listed.containerPort])} }
	path := array.concat(container.path, [field, form, "port"])
	needs := scope.unknown(kubernetes.holder(workload), array.concat(container.path, ["ports"]))
	message := sprintf("%s of %s asks port %v, which is not listed", [field, lower(kubernetes.title(container)), port])
}
