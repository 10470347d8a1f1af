# METADATA
# title: Network policy admits every connection
# description: |
#   A rule of a NetworkPolicy without peers and without ports allows connections from everywhere to every port.
#   Policies add up: for the pods that it selects no other policy can take this back, however strict it is.
#
#   It is often left over from trying out why something was blocked.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the peers (`from`) and the `ports` that the pods need, or remove the rule.
package policy.kubernetes.network.admits_all

import data.lib.pods
import data.lib.scope
import data.lib.traffic

deny contains {"resource": policy.id, "path": rule.path, "message": message, "needs": needs} if {
	some policy in input.resources.NetworkPolicy
	some rule in traffic.rules(policy)
	count(rule.peers) == 0
	count(rule.ports) == 0
	applies(policy.attributes.spec, rule.direction)
	needs := array.concat(
		[{"resource": policy.id, "path": array.concat(rule.path, [field])} | some field in [rule.side, "ports"]],
		array.concat(
			[{"resource": policy.id, "path": ["spec", "policyTypes"]}],
			scope.unknown(policy, rule.path),
		),
	)
	message := sprintf("This rule allows all %s, whatever other policies say: %s", [rule.direction, whom(policy)])
}

# Rules for egress count only where they are listed, if anything is.
applies(spec, direction) if {
	types := object.get(spec, "policyTypes", [])
	count({type | some type in types; lower(type) == direction}) + count({1 | count(types) == 0}) > 0
}

whom(policy) := "no pod that it applies to is seen" if not pods.any_linked(policy, ["spec", "podSelector"])

whom(policy) := sprintf("it applies to %s", [concat(", ", array.slice(titles, 0, 5))]) if {
	titles := [pods.title(workload) | some workload in pods.selected(policy, ["spec", "podSelector"])]
	count(titles) > 0
}
