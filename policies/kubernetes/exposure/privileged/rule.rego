# METADATA
# title: Workload that the internet reaches can take over its node
# description: |
#   The internet reaches these pods, and one of their containers is not kept apart from the machine it runs on: it is
#   privileged, shares the machine's processes, or mounts its disk or the socket of its container runtime.
#
#   Any flaw in the program behind the address is then a flaw of the machine. Whoever uses it reads the secrets of all
#   pods there, acts as the machine towards the cluster, and goes on from node to node.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/concepts/services-networking/service/
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Close the way in at this place (an internal load balancer, or a list of networks that may connect), or take the
#     rights from the container: the evidence names the setting. A task that needs the machine belongs into a workload
#     of its own that nothing connects to.
package policy.kubernetes.exposure.privileged

import data.lib.acting
import data.lib.exposure
import data.lib.kubernetes

deny contains {
	"resource": reached.id,
	"at": exposure.door(reached).resource,
	"path": exposure.door(reached).path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, power.needs),
	"evidence": array.concat(reached.stations, [{
		"resource": reached.id,
		"path": power.path,
		"note": power.note,
	}]),
	"message": sprintf("The internet reaches %s, where %s", [acting.title(reached), power.note]),
} if {
	some reached in exposure.reached
	some workload in exposure.workloads(reached)
	power := powers(workload)[0]
}

# What makes one of the pod's containers as good as the machine. One of which it is not known
# whether it is still there when the pod takes connections comes last.
powers(workload) := array.concat(
	[power | some power in privileged(workload); count(power.needs) == 0],
	array.concat(
		[{
			"path": array.concat(workload.path, ["hostPID"]),
			"note": "containers see and may trace every process of the node",
			"needs": [],
		} |
			workload.pod_spec.hostPID == true
		],
		array.concat(
			[{
				"path": array.concat(workload.path, ["volumes", i, "hostPath", "path"]),
				"note": sprintf("%s of the node is mounted", [volume.hostPath.path]),
				"needs": [],
			} |
				some i, volume in workload.pod_spec.volumes
				rules_node(volume.hostPath.path)
			],
			[power | some power in privileged(workload); count(power.needs) > 0],
		),
	),
)

privileged(workload) := [{
	"path": array.concat(container.path, ["securityContext", "privileged"]),
	"note": sprintf("container \"%s\" is privileged", [container.name]),
	"needs": kubernetes.role_needs(workload, container),
} |
	some container in workload.containers
	kubernetes.stays(workload, container)
	container.spec.securityContext.privileged == true
]

# The whole disk, what the node's services are started from, and where the container runtime takes orders.
rules_node(path) if {
	parts := [part | some part in split(path, "/"); not part in {"", "."}]
	concat("/", parts) in {
		"",
		"etc",
		"root",
		"var/lib/kubelet",
		"var/lib/docker",
		"run/docker.sock",
		"var/run/docker.sock",
		"run/containerd/containerd.sock",
		"var/run/containerd/containerd.sock",
		"run/crio/crio.sock",
		"var/run/crio/crio.sock",
	}
}
