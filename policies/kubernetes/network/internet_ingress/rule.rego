# METADATA
# title: Network policy admits every address of the internet
# description: |
#   A peer of `0.0.0.0/0` allows connections from every address. That includes all other pods and all nodes of the
#   cluster, so that the policy keeps nobody out, inside or outside.
#
#   A pod that serves the internet through an Ingress or a load balancer only needs to be reached by these.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the network of the load balancer, or the pods of the ingress controller by `namespaceSelector` and
#     `podSelector`.
#   aliases: [KUBE-0001]
package policy.kubernetes.network.internet_ingress

import data.lib.network
import data.lib.pods

deny contains {"resource": policy.id, "path": path, "message": message} if {
	some policy in input.resources.NetworkPolicy
	some at, rule in policy.attributes.spec.ingress
	some position, peer in rule.from
	network.is_internet(peer.ipBlock.cidr)
	path := ["spec", "ingress", at, "from", position, "ipBlock", "cidr"]
	message := sprintf("%s may connect, whoever that is%s", [peer.ipBlock.cidr, whom(policy)])
}

whom(policy) := "" if not pods.any_linked(policy, ["spec", "podSelector"])

whom(policy) := sprintf(", to the pods of %s", [concat(", ", array.slice(titles, 0, 5))]) if {
	titles := [pods.title(workload) | some workload in pods.selected(policy, ["spec", "podSelector"])]
	count(titles) > 0
}
