# METADATA
# title: No pod is seen that the network policy would admit
# description: |
#   A rule of a NetworkPolicy names its peers by their labels, and none of the pods that are seen here carries them.
#   They may be applied from elsewhere, or come with a chart; if not, the rule admits nobody, and connections that
#   should work are dropped without a trace.
#
#   This is for repositories that mean to hold all of an application. Where other things show that the selector is
#   wrong, kubernetes-network-peer-without-pods says so.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Compare the `podSelector` of the peer with the labels of the pods, add a `namespaceSelector` if they are in
#     another namespace, and lint them together with the policy if they lie somewhere else.
#   aliases: [dangling-networkpolicypeer-podselector]
package policy.kubernetes.network.unseen_peer

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

# A selector for namespaces beside it looks elsewhere.
deny contains {"resource": policy.id, "path": path, "message": message, "needs": needs} if {
	some policy in input.resources.NetworkPolicy
	some direction, side in {"ingress": "from", "egress": "to"}
	some at, rule in policy.attributes.spec[direction]
	some position, peer in rule[side]
	not peer.namespaceSelector
	labels := pods.labels_of(peer.podSelector)
	count(labels) > 0
	pods.are_unseen(policy, labels)
	count(pods.meant(policy, set(), labels)) == 0
	path := ["spec", direction, at, side, position, "podSelector"]
	needs := array.concat(
		array.concat(scope.unknown(policy, path), pods.doubt("*")),
		[
			{"resource": policy.id, "path": ["metadata", "namespace"]},
			{"resource": policy.id, "path": ["spec", direction, at, side, position, "namespaceSelector"]},
		],
	)
	message := sprintf("No pod with the labels of this peer found in namespace \"%s\" of scope \"%s\"; %s", [
		kubernetes.namespace(policy),
		policy.root,
		scope.caution,
	])
}
