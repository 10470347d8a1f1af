# METADATA
# title: Container is given raw packets
# description: |
#   The capability `NET_RAW` lets a process write packets of its own making: with another sender's address, or
#   answers in place of others (ARP and DNS). This container asks for it.
#
#   An intruder in it can so draw the traffic of other pods in the same network to himself.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `NET_RAW` from `capabilities.add`. For `ping` set the sysctl `net.ipv4.ping_group_range` on the
#     pod instead. What sets up iptables, as service meshes and VPNs do, needs it beside `NET_ADMIN`: let a plugin
#     of the cluster's network do that, or an init container that ends before strangers reach the pod.
#   aliases: [KSV-0119, CKV_K8S_28]
#   compliance:
#     cis-kubernetes-1.8: ["5.2.8"]
package policy.kubernetes.pod.added_raw_packets

import data.lib.capabilities
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, name in container.spec.securityContext.capabilities.add
	capabilities.named(name) == "NET_RAW"
	path := array.concat(container.path, ["securityContext", "capabilities", "add", at])
	message := sprintf("%s gets %s", [kubernetes.title(container), gains(container, name)])
}

gains(container, name) := sprintf("the capability %s, with which it sends packets of its own making", [name]) if count(beside(container)) == 0

# Together they are what it takes to set up iptables.
gains(container, name) := sprintf("the capabilities %s and %s, with which it sends packets of its own making and changes the network of its pod", [name, beside(container)[0]]) if {
	count(beside(container)) > 0
}

beside(container) := [name |
	some name in container.spec.securityContext.capabilities.add
	capabilities.named(name) == "NET_ADMIN"
]
