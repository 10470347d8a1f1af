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
import data.lib.traffic

# A selector for namespaces beside it looks elsewhere.
deny contains {"resource": policy.id, "path": path, "message": message, "needs": needs} if {
	some policy in input.resources.NetworkPolicy
	some rule in traffic.rules(policy)
	some position, peer in rule.peers
	not peer.namespaceSelector
	labels := pods.labels_of(peer.podSelector)
	count(labels) > 0
	pods.are_unseen(policy, labels)
	count(pods.meant(policy, set(), labels)) == 0
	place := array.concat(rule.path, [rule.side, position])
	path := array.concat(place, ["podSelector"])
	needs := array.concat(
		array.concat(scope.unknown(policy, path), pods.doubt("*")),
		[
			{"resource": policy.id, "path": ["metadata", "namespace"]},
			{"resource": policy.id, "path": array.concat(place, ["namespaceSelector"])},
		],
	)
	message := sprintf("No pod with the labels of this peer found in namespace \"%s\" of scope \"%s\"; %s", [
		kubernetes.namespace(policy),
		policy.root,
		scope.caution,
	])
}
