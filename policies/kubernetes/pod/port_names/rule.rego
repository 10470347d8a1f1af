# METADATA
# title: Port of a container has a name that is refused, or repeats another
# description: |
#   A port name has at most 15 lower-case letters, digits and dashes, and each container's are its own.
#   Kubernetes refuses a pod that does otherwise.
#
#   A number that stands twice for the same protocol is accepted, but only one of the two names leads
#   anywhere.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give every port a name of its own with at most 15 of `a-z`, `0-9` and `-`, and list every number once.
#   aliases: [invalid-target-ports, container-ports-check]
package policy.kubernetes.pod.port_names

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, port in container.spec.ports
	is_string(port.name)
	port.name != ""
	not regex.match("^[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$", port.name)
	path := array.concat(container.path, ["ports", at, "name"])
	message := sprintf("%s has a port called \"%s\", which is no name for a port", [kubernetes.title(container), port.name])
}

deny contains {"resource": workload.id, "path": path, "message": message, "needs": needs} if {
	some workload in input.workloads
	some container in workload.containers
	count(container.spec.ports) > 1
	some at, port in container.spec.ports
	some before, other in container.spec.ports
	before < at
	field := same(port, other)
	path := array.concat(container.path, ["ports", at, field])
	needs := [{"resource": workload.id, "path": array.concat(container.path, ["ports", place, "protocol"])} | some place in [at, before]]
	message := sprintf("%s has a second port with the %s %v", [kubernetes.title(container), field, port[field]])
}

same(port, other) := "name" if {
	port.name != ""
	port.name == other.name
} else := "containerPort" if {
	port.containerPort == other.containerPort
	object.get(port, "protocol", "TCP") == object.get(other, "protocol", "TCP")
}
