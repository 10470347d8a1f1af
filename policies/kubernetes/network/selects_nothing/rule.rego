# METADATA
# title: Network policy selects no pod
# description: |
#   A NetworkPolicy applies to the pods that its selector matches, in its own namespace. One that matches none
#   changes nothing: the pods that were meant stay open to every connection, while the policy makes it look as if
#   they were not.
#
#   Most often a label of the pods was renamed and the policy forgotten, or the two lie in different namespaces.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give `podSelector` the labels that the pods have, and put the policy into their namespace; remove it if its
#     pods are gone.
#   aliases: [dangling-networkpolicy, C-0299, networkpolicy-targets-pod]
package policy.kubernetes.network.selects_nothing

import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": policy.id, "path": ["spec", "podSelector"], "message": message, "needs": needs} if {
	some policy in input.resources.NetworkPolicy
	selector := policy.attributes.spec.podSelector
	count(object.get(selector, "matchLabels", {})) + count(object.get(selector, "matchExpressions", [])) > 0
	not pods.any_linked(policy, ["spec", "podSelector"])
	hint := pods.no_pods(policy, {policy.name}, pods.labels_of(selector))
	needs := array.concat(
		array.concat(scope.unknown(policy, ["spec", "podSelector"]), pods.doubt("*")),
		[{"resource": policy.id, "path": ["metadata", "namespace"]}],
	)
	message := sprintf("No pod that the policy selects found in namespace \"%s\": %s", [kubernetes.namespace(policy), hint])
}
