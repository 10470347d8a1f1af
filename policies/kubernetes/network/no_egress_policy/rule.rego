# METADATA
# title: Network policies limit who may connect to the pod, not where it may connect to
# description: |
#   A NetworkPolicy selects these pods for ingress only. What they may connect to themselves is not limited: the
#   internet, every other pod, and the metadata service of the cloud.
#
#   An intruder in the pod can send out what was found and fetch tools, which the policy for ingress does not hinder.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a NetworkPolicy with `policyTypes: [Egress]` for these pods that allows DNS and the connections they need.
package policy.kubernetes.network.no_egress_policy

import data.lib.attribute
import data.lib.kubernetes
import data.lib.pods
import data.lib.scope

deny contains {"resource": workload.id, "path": [], "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	policies := pods.referrers_via(workload, "NetworkPolicy", ["spec", "podSelector"])
	doubt := array.concat(
		scope.unaimed(holder.root, "NetworkPolicy"),
		array.concat(
			scope.unknown(holder, pods.labels_path(workload)),
			scope.unknown(holder, ["metadata", "namespace"]),
		),
	)
	count(policies) + count(doubt) > 0
	count([policy | some policy in policies; limits_egress(policy.attributes.spec)]) == 0
	not attribute.is_true(workload.pod_spec.hostNetwork)
	not scope.is_open(holder.root)
	not holder.root in other_policies
	needs := array.concat(
		array.concat(doubt, [{"resource": workload.id, "path": array.concat(workload.path, ["hostNetwork"])}]),
		[need |
			some policy in policies
			some field in ["policyTypes", "egress"]
			some need in scope.unknown(policy, ["spec", field])
		],
	)
	message := sprintf("Only ingress is limited, by %s: no policy found in scope \"%s\" limits egress; %s", [
		concat(", ", {sprintf("\"%s\"", [policy.name]) | some policy in policies}),
		holder.root,
		scope.caution,
	])
}

# Where the types are not listed, a rule for egress makes it one.
limits_egress(spec) if "Egress" in spec.policyTypes

limits_egress(spec) if {
	count(object.get(spec, "policyTypes", [])) == 0
	count(spec.egress) > 0
}

# Policies of network plugins are of other kinds.
other_policies contains policy.root if {
	some kind in [
		"CiliumNetworkPolicy.cilium.io",
		"CiliumClusterwideNetworkPolicy.cilium.io",
		"NetworkPolicy.projectcalico.org",
		"GlobalNetworkPolicy.projectcalico.org",
		"NetworkPolicy.crd.projectcalico.org",
		"GlobalNetworkPolicy.crd.projectcalico.org",
	]
	some policy in input.resources[kind]
}
