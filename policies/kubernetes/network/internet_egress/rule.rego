# METADATA
# title: Network policy lets pods connect to every address
# description: |
#   A peer of `0.0.0.0/0` under `egress` allows connections to every address: to the internet, to all other pods and
#   nodes, and to the metadata service of the cloud (169.254.169.254), which hands out the credentials of the node.
#
#   An intruder in the pod can send out what was found, fetch tools, and try the rest of the cluster.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the networks that the pods need. Where it has to be the internet, leave out private networks and
#     `169.254.169.254/32` with `except`.
#   aliases: [KUBE-0002]
package policy.kubernetes.network.internet_egress

import data.lib.network
import data.lib.pods

deny contains {"resource": policy.id, "path": path, "message": message} if {
	some policy in input.resources.NetworkPolicy
	some at, rule in policy.attributes.spec.egress
	some position, peer in rule.to
	network.is_internet(peer.ipBlock.cidr)
	path := ["spec", "egress", at, "to", position, "ipBlock", "cidr"]
	message := sprintf("The pods may connect to %s%s%s", [peer.ipBlock.cidr, credentials(peer.ipBlock), whom(policy)])
}

# Credentials of the node can be had where nothing is left out that holds the address.
credentials(block) := ", the metadata service of the cloud included" if {
	not contains(block.cidr, ":")
	count([cidr | some cidr in block.except; holds_metadata(cidr)]) == 0
} else := ""

holds_metadata(cidr) if net.cidr_contains(cidr, "169.254.169.254/32")

whom(policy) := "" if not pods.any_linked(policy, ["spec", "podSelector"])

whom(policy) := sprintf(": %s", [concat(", ", array.slice(titles, 0, 5))]) if {
	titles := [pods.title(workload) | some workload in pods.selected(policy, ["spec", "podSelector"])]
	count(titles) > 0
}
