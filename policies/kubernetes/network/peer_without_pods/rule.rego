# METADATA
# title: Network policy admits pods that are not there
# description: |
#   A rule of a NetworkPolicy names its peers by their labels. Where no pod of the namespace carries them, nobody is
#   admitted by it, and connections that should work are dropped without a trace.
#
#   A label that nobody uses can also be taken: whoever makes a pod with it is let through.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Give the `podSelector` of the peer the labels that its pods have, and add a `namespaceSelector` if they are in
#     another namespace.
#   aliases: [dangling-networkpolicypeer-podselector]
package policy.kubernetes.network.peer_without_pods

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
	not scope.written_namespace(policy) in pods.places_with(policy.root, labels)
	hint := pods.no_pods(policy, set(), labels)
	place := array.concat(rule.path, [rule.side, position])
	path := array.concat(place, ["podSelector"])
	needs := array.concat(
		array.concat(scope.unknown(policy, path), pods.doubt("*")),
		[
			{"resource": policy.id, "path": ["metadata", "namespace"]},
			{"resource": policy.id, "path": array.concat(place, ["namespaceSelector"])},
		],
	)
	message := sprintf("No pod with the labels of this peer found in namespace \"%s\": %s", [kubernetes.namespace(policy), hint])
}
