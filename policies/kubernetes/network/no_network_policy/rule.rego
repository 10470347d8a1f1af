# METADATA
# title: No network policy applies to the pod
# description: |
#   Unless a NetworkPolicy selects a pod, every pod of the cluster may connect to it, and it may connect to
#   everything.
#
#   An intruder in any one container can then try all others, including databases and internal services that
#   trust whoever reaches them, and send what was found to the internet.
# related_resources:
#   - https://kubernetes.io/docs/concepts/services-networking/network-policies/
# custom:
#   severity: medium
#   profiles: [strict, security]
#   remediation: >-
#     Add a NetworkPolicy with an empty `podSelector` to the namespace, which denies what no other policy
#     allows, and one for each connection that the application needs.
#   aliases:
#     - CKV2_K8S_6
#     - C-0260
#     - C-0030
#     - non-isolated-pod
#     - missingNetworkPolicy
#     - pod-networkpolicy
#   compliance:
#     cis-kubernetes-1.8: ["5.3.2"]
package policy.kubernetes.network.no_network_policy

import data.lib.attribute
import data.lib.kubernetes

# Policies do not reach pods in the node's own network.
deny contains {"resource": workload.id, "path": [], "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	not is_selected(workload, holder)
	not attribute.is_true(workload.pod_spec.hostNetwork)
	needs := array.concat(
		[{"resource": workload.id, "path": path} | some path in own_needs(workload, holder)],
		[need | some policy in unclear[holder.root]; some need in kubernetes.unknown_needs(policy)],
	)
	message := sprintf(
		"No network policy found in scope \"%s\" selects these pods of namespace \"%s\"; policies applied from elsewhere are not seen",
		[holder.root, kubernetes.namespace(workload)],
	)
}

# The graph links a NetworkPolicy to what it selects.
is_selected(_, holder) if {
	some reference in holder.referred_by
	reference.kind == "NetworkPolicy"
}

# Cilium's policies of the namespace, and those of the whole cluster.
is_selected(workload, holder) if {
	some policy in cilium[holder.root]
	policy.namespace in {"*", kubernetes.namespace(workload)}
	selects(policy.selector, object.union(
		workload.labels,
		{"io.kubernetes.pod.namespace": kubernetes.namespace(workload)},
	))
}

# Calico's selectors are a language of their own: where one of its policies applies, nothing is claimed.
is_selected(workload, holder) if [holder.root, kubernetes.namespace(workload)] in calico

is_selected(_, holder) if [holder.root, "*"] in calico

cilium[policy.root] contains {"namespace": kubernetes.namespace(policy), "selector": selector} if {
	some policy in input.resources["CiliumNetworkPolicy.cilium.io"]
	some selector in cilium_selectors(policy)
}

cilium[policy.root] contains {"namespace": "*", "selector": selector} if {
	some policy in input.resources["CiliumClusterwideNetworkPolicy.cilium.io"]
	some selector in cilium_selectors(policy)
}

cilium_selectors(policy) := array.concat(
	[selector | selector := policy.attributes.spec.endpointSelector],
	[spec.endpointSelector | some spec in policy.attributes.specs],
)

calico contains [policy.root, kubernetes.namespace(policy)] if {
	some kind in ["NetworkPolicy.projectcalico.org", "NetworkPolicy.crd.projectcalico.org"]
	some policy in input.resources[kind]
}

calico contains [policy.root, "*"] if {
	some kind in ["GlobalNetworkPolicy.projectcalico.org", "GlobalNetworkPolicy.crd.projectcalico.org"]
	some policy in input.resources[kind]
}

selects(selector, labels) if {
	unmet := [key |
		some key, value in selector.matchLabels
		label(labels, key) != value
	]
	failed := [expression |
		some expression in selector.matchExpressions
		not holds(expression, labels)
	]
	count(unmet) == 0
	count(failed) == 0
}

holds(expression, labels) if {
	expression.operator == "In"
	label(labels, expression.key) in expression.values
}

holds(expression, labels) if {
	expression.operator == "NotIn"
	not label(labels, expression.key) in expression.values
}

holds(expression, labels) if {
	expression.operator == "Exists"
	label(labels, expression.key) != null
}

holds(expression, labels) if {
	expression.operator == "DoesNotExist"
	label(labels, expression.key) == null
}

# Cilium may write a label's source before its name.
label(labels, key) := object.get(labels, trim_prefix(trim_prefix(key, "k8s:"), "any:"), null) if is_string(key)

# Policies by scope whose selector or namespace may be another than it seems.
unclear[policy.root] contains policy if {
	some kind in ["NetworkPolicy", "CiliumNetworkPolicy.cilium.io", "CiliumClusterwideNetworkPolicy.cilium.io"]
	some policy in input.resources[kind]
	count(policy.unknown) > 0
}

own_needs(workload, holder) := array.concat(
	[["metadata", "namespace"], labels, array.concat(workload.path, ["hostNetwork"])],
	[path |
		some path in holder.unknown
		array.slice(path, 0, count(labels)) == labels
	],
) if {
	labels := array.concat(array.slice(workload.path, 0, count(workload.path) - 1), ["metadata", "labels"])
}
