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
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
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
import data.lib.scope

# Policies do not reach pods in the node's own network.
deny contains {"resource": workload.id, "path": [], "message": message, "needs": needs} if {
	some workload in input.workloads
	holder := kubernetes.holder(workload)
	not is_selected(workload, holder)
	not attribute.is_true(workload.pod_spec.hostNetwork)
	needs := array.concat(
		[{"resource": workload.id, "path": path} | some path in own_needs(workload, holder)],
		[need |
			some policy in unclear
			policy.root == holder.root
			some path in unclear_paths(policy)
			need := {"resource": policy.id, "path": path}
		],
	)
	message := sprintf(
		"No network policy found in scope \"%s\" selects these pods%s; policies applied from elsewhere are not seen",
		[holder.root, said(workload, holder)],
	)
}

said(workload, holder) := sprintf(" of namespace \"%s\"", [kubernetes.namespace(workload)]) if {
	not doubtful(holder, ["metadata", "namespace"])
} else := ""

# The graph links a NetworkPolicy to what it selects.
is_selected(workload, holder) if {
	not doubtful(holder, ["metadata", "namespace"])
	some reference in holder.referred_by
	reference.kind == "NetworkPolicy"
	reference.relation == "selects"
	policy := input.resources.NetworkPolicy[reference.index]
	not is_unclear(policy)
	labels_suffice([e | some e in policy.attributes.spec.podSelector.matchExpressions], workload, holder)
}

# Cilium's policies of the namespace, and those of the whole cluster.
is_selected(workload, holder) if {
	not doubtful(holder, ["metadata", "namespace"])
	some policy in cilium
	policy.root == holder.root
	policy.namespace in {"*", kubernetes.namespace(workload)}
	labels_suffice([e | some e in policy.selector.matchExpressions], workload, holder)
	selects(policy.selector, object.union(
		workload.labels,
		{"io.kubernetes.pod.namespace": kubernetes.namespace(workload)},
	))
}

# Calico's selectors are a language of their own: where one of its policies applies, nothing is claimed.
is_selected(workload, holder) if {
	not doubtful(holder, ["metadata", "namespace"])
	[holder.root, kubernetes.namespace(workload)] in calico
}

is_selected(_, holder) if [holder.root, "*"] in calico

# A label that is not known can only undo a match with an expression that forbids some.
labels_suffice(expressions, _, _) if {
	count([e | some e in expressions; e.operator in {"NotIn", "DoesNotExist"}]) == 0
}

labels_suffice(_, workload, holder) if not doubtful(holder, workload.labels_path)

cilium contains {"root": policy.root, "namespace": kubernetes.namespace(policy), "selector": selector} if {
	some policy in input.resources["CiliumNetworkPolicy.cilium.io"]
	some selector in cilium_selectors(policy)
}

cilium contains {"root": policy.root, "namespace": "*", "selector": selector} if {
	some policy in input.resources["CiliumClusterwideNetworkPolicy.cilium.io"]
	some selector in cilium_selectors(policy)
}

cilium_selectors(policy) := array.concat(
	[selector | selector := policy.attributes.spec.endpointSelector],
	[spec.endpointSelector | some spec in policy.attributes.specs],
) if {
	not is_unclear(policy)
}

calico contains [policy.root, kubernetes.namespace(policy)] if {
	some kind in ["NetworkPolicy.projectcalico.org", "NetworkPolicy.crd.projectcalico.org"]
	some policy in input.resources[kind]
	not is_unclear(policy)
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

# Policies whose selector or namespace is not wholly known.
unclear := [policy |
	some kind in kinds
	some policy in input.resources[kind]
	is_unclear(policy)
]

kinds := [
	"NetworkPolicy",
	"CiliumNetworkPolicy.cilium.io",
	"CiliumClusterwideNetworkPolicy.cilium.io",
	"NetworkPolicy.projectcalico.org",
	"NetworkPolicy.crd.projectcalico.org",
]

is_unclear(policy) if count(unclear_paths(policy)) > 0

# What a policy allows does not change what it selects.
unclear_paths(policy) := [path |
	some path in policy.unknown
	not path[1] in {"labels", "annotations", "name"}
	not path[1] in rules
	not path[2] in rules
]

rules := {"ingress", "egress", "ingressDeny", "egressDeny", "policyTypes", "types"}

# Whether what lies at `place` of a resource, or a part of it, is unknown.
doubtful(resource, place) if {
	some path in resource.unknown
	shared := min([count(path), count(place)])
	array.slice(path, 0, shared) == array.slice(place, 0, shared)
}

# Where a scope has no policies, none selects a pod, whatever its namespace and labels.
own_needs(workload, holder) := array.concat(
	[array.concat(workload.path, ["hostNetwork"])],
	[need.path |
		holder.root in with_policies
		some place in [["metadata", "namespace"], workload.labels_path]
		some need in scope.unknown(holder, place)
	],
)

with_policies := {policy.root | some kind in all_kinds; some policy in input.resources[kind]}

all_kinds := array.concat(kinds, ["GlobalNetworkPolicy.projectcalico.org", "GlobalNetworkPolicy.crd.projectcalico.org"])
