# METADATA
# title: No pod is seen that the network policy would select
# description: |
#   A NetworkPolicy applies to the pods that its selector matches, and none of those that are seen here is among
#   them. They may be applied from elsewhere, or come with a chart; if not, the policy protects nothing.
#
#   This is for repositories that mean to hold all of an application. Where other things show that the selector is
#   wrong, kubernetes-network-selects-nothing says so.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Compare `podSelector` with the labels of the pods, and lint them together with the policy if they lie somewhere
#     else.
#   aliases: [dangling-networkpolicy, C-0299, networkpolicy-targets-pod]
package policy.kubernetes.network.unseen_pods

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": policy.id, "path": ["spec", "podSelector"], "message": message, "needs": needs} if {
	some policy in input.resources.NetworkPolicy
	selector := policy.attributes.spec.podSelector
	count(object.get(selector, "matchLabels", {})) + count(object.get(selector, "matchExpressions", [])) > 0
	not pods.any_linked(policy, ["spec", "podSelector"])
	labels := pods.labels_of(selector)
	pods.are_unseen(policy, labels)
	count(pods.meant(policy, {policy.name}, labels)) == 0
	needs := array.concat(
		array.concat(scope.unknown(policy, ["spec", "podSelector"]), pods.doubt("*")),
		[{"resource": policy.id, "path": ["metadata", "namespace"]}],
	)
	message := sprintf("No pod that the policy selects found in namespace \"%s\" of scope \"%s\"; %s", [
		kubernetes.namespace(policy),
		policy.root,
		scope.caution,
	])
}
