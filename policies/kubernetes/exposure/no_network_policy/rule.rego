# METADATA
# title: No network policy limits who connects to a workload that the internet reaches
# description: |
#   The internet reaches these pods, and no NetworkPolicy says which connections they take. Beside the port that is
#   meant for strangers, everything else that listens in their containers answers the whole cluster.
#
#   Metrics, debugging and administration ports are seldom meant to be seen by other pods. The pods that take requests
#   from the internet are the first to be taken over, and the first that need a border around them.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Add a NetworkPolicy with `policyTypes: [Ingress, Egress]` that selects these pods, lets the ports in that the
#     Service names, and lets out what the program calls.
package policy.kubernetes.exposure.no_network_policy

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": exposure.door(reached).resource,
	"path": exposure.door(reached).path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, doubts(holder)),
	"evidence": reached.stations,
	"message": sprintf("The internet reaches %s, and no network policy of the scope selects its pods", [holder.address]),
} if {
	some reached in exposure.reached
	count(exposure.workloads(reached)) > 0
	holder := input.resources[reached.kind][reached.index]
	not isolated(holder)
}

isolated(holder) if {
	some reference in holder.referred_by
	reference.kind in {
		"NetworkPolicy",
		"CiliumNetworkPolicy.cilium.io",
		"CiliumClusterwideNetworkPolicy.cilium.io",
		"NetworkPolicy.projectcalico.org",
		"NetworkPolicy.crd.projectcalico.org",
	}
	reference.relation == "selects"
}

# Policies of other makers are not matched with pods: where the scope has one, nothing is claimed.
isolated(holder) if holder.root in others

others := {policy.root |
	some kind in [
		"CiliumNetworkPolicy.cilium.io",
		"CiliumClusterwideNetworkPolicy.cilium.io",
		"NetworkPolicy.projectcalico.org",
		"NetworkPolicy.crd.projectcalico.org",
		"GlobalNetworkPolicy.projectcalico.org",
		"GlobalNetworkPolicy.crd.projectcalico.org",
	]
	some policy in input.resources[kind]
}

# Policies of which it is not known what they select, and labels that are not known.
doubts(holder) := array.concat(
	[{"resource": doubt.resource, "path": doubt.path} |
		some doubt in unclear
		doubt.root == holder.root
	],
	[{"resource": holder.id, "path": path} |
		some path in holder.unknown
		"labels" in path
	],
)

unclear := [{"root": policy.root, "resource": policy.id, "path": path} |
	some policy in input.resources.NetworkPolicy
	some path in policy.unknown
	array.slice(path, 0, 2) in {["metadata"], ["metadata", "namespace"], ["spec"], ["spec", "podSelector"]}
]
