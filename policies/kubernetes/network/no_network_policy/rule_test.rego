package policy.kubernetes.network.no_network_policy_test

import data.policy.kubernetes.network.no_network_policy as rule

deployment := {"id": "d", "root": "shop", "namespace": "web", "unknown": [], "referred_by": []}

workload := {
	"id": "d",
	"kind": "Deployment",
	"index": 0,
	"namespace": "web",
	"path": ["spec", "template", "spec"],
	"labels": {"app": "cart", "tier": "front"},
	"labels_path": ["spec", "template", "metadata", "labels"],
	"pod_spec": {},
	"containers": [],
}

document(own_workload, own_deployment, resources) := {
	"workloads": [object.union(workload, own_workload)],
	"resources": object.union({"Deployment": [object.union(deployment, own_deployment)]}, resources),
}

policy(extra) := object.union({"id": "p", "root": "shop", "namespace": "web", "unknown": [], "attributes": {}}, extra)

cilium(extra) := {"CiliumNetworkPolicy.cilium.io": [policy(extra)]}

selecting(selector) := cilium({"attributes": {"spec": {"endpointSelector": selector}}})

denied(given) if {
	count(rule.deny) == 1 with input as given
}

silent(given) if {
	count(rule.deny) == 0 with input as given
}

test_denies_no_policy if {
	rule.deny == {{
		"resource": "d",
		"path": [],
		"message": "No network policy found in scope \"shop\" selects these pods of namespace \"web\"; policies applied from elsewhere are not seen",
		"needs": [
			{"resource": "d", "path": ["spec", "template", "spec", "hostNetwork"]},
		],
	}} with input as document({}, {}, {})
}

test_denies_where_only_others_refer if {
	denied(document({}, {"referred_by": [{"id": "s", "kind": "Service", "index": 0, "via": ["spec", "selector"]}]}, {}))
}

linked := {"referred_by": [{"id": "p", "kind": "NetworkPolicy", "index": 0, "relation": "selects", "via": ["spec", "podSelector"]}]}

forbidding := {"spec": {"podSelector": {"matchExpressions": [{"key": "legacy", "operator": "DoesNotExist"}]}}}

test_allows_selected_by_a_network_policy if {
	silent(document({}, linked, {"NetworkPolicy": [policy({})]}))
	silent(document({}, linked, {"NetworkPolicy": [policy({"attributes": forbidding})]}))
	silent(document({}, linked, {"NetworkPolicy": [policy({"unknown": [["spec", "ingress", 0, "from"]]})]}))
}

test_trusts_no_match_that_the_unknown_may_undo if {
	unlabelled := object.union(linked, {"unknown": [["spec", "template", "metadata", "labels", "app"]]})
	silent(document({}, unlabelled, {"NetworkPolicy": [policy({})]}))
	denied(document({}, unlabelled, {"NetworkPolicy": [policy({"attributes": forbidding})]}))
	denied(document({}, linked, {"NetworkPolicy": [policy({"unknown": [["spec", "podSelector"]]})]}))
	denied(document({}, object.union(linked, {"unknown": [["metadata"]]}), {"NetworkPolicy": [policy({})]}))
	denied(document({}, {}, cilium({"unknown": [["specs", "*"]], "attributes": {"specs": [{"endpointSelector": {}}]}})))
	denied(document({}, {}, {"NetworkPolicy.projectcalico.org": [policy({"unknown": [["metadata", "namespace"]]})]}))
}

test_allows_host_network if {
	silent(document({"pod_spec": {"hostNetwork": true}}, {}, {}))
}

test_allows_selected_by_cilium if {
	every selector in [
		{},
		{"matchLabels": {"app": "cart"}},
		{"matchLabels": {"k8s:app": "cart", "any:tier": "front"}},
		{"matchLabels": {"k8s:io.kubernetes.pod.namespace": "web"}},
		{"matchExpressions": [{"key": "app", "operator": "In", "values": ["cart", "pay"]}]},
		{"matchExpressions": [{"key": "app", "operator": "NotIn", "values": ["pay"]}]},
		{"matchExpressions": [{"key": "app", "operator": "Exists"}, {"key": "legacy", "operator": "DoesNotExist"}]},
	] {
		silent(document({}, {}, selecting(selector)))
	}
}

test_denies_not_selected_by_cilium if {
	every selector in [
		{"matchLabels": {"app": "pay"}},
		{"matchLabels": {"app": "cart", "zone": "a"}},
		{"matchExpressions": [{"key": "app", "operator": "In", "values": ["pay"]}]},
		{"matchExpressions": [{"key": "app", "operator": "NotIn", "values": ["cart"]}]},
		{"matchExpressions": [{"key": "zone", "operator": "Exists"}]},
		{"matchExpressions": [{"key": "app", "operator": "DoesNotExist"}]},
		{"matchExpressions": [{"operator": "Exists"}]},
	] {
		denied(document({}, {}, selecting(selector)))
	}
	denied(document({}, {}, cilium({"attributes": {"specs": []}})))
	denied(document({}, {}, cilium({"namespace": "other", "attributes": {"spec": {"endpointSelector": {}}}})))
	denied(document({}, {}, cilium({"root": "bank", "attributes": {"spec": {"endpointSelector": {}}}})))
}

test_allows_cilium_list_and_cluster_wide_policies if {
	specs := {"specs": [{"endpointSelector": {"matchLabels": {"app": "pay"}}}, {"endpointSelector": {}}]}
	silent(document({}, {}, cilium({"attributes": specs})))
	silent(document({}, {}, {"CiliumClusterwideNetworkPolicy.cilium.io": [object.remove(policy({"attributes": specs}), ["namespace"])]}))
}

test_claims_nothing_beside_calico if {
	silent(document({}, {}, {"NetworkPolicy.projectcalico.org": [policy({})]}))
	silent(document({}, {}, {"GlobalNetworkPolicy.crd.projectcalico.org": [object.remove(policy({}), ["namespace"])]}))
	denied(document({}, {}, {"NetworkPolicy.crd.projectcalico.org": [policy({"namespace": "other"})]}))
}

test_rests_on_what_is_unknown if {
	given := document(
		{},
		{"unknown": [["metadata", "namespace"], ["spec", "replicas"], ["spec", "template", "metadata", "labels", "app"]]},
		{"NetworkPolicy": [policy({"unknown": [["spec", "podSelector", "matchLabels", "app"]]}), policy({"id": "q"})]},
	)
	needs := {need | some violation in rule.deny; some need in violation.needs} with input as given
	needs == {
		{"resource": "d", "path": ["metadata", "namespace"]},
		{"resource": "d", "path": ["spec", "template", "metadata", "labels", "app"]},
		{"resource": "d", "path": ["spec", "template", "spec", "hostNetwork"]},
		{"resource": "p", "path": ["spec", "podSelector", "matchLabels", "app"]},
	}
}

test_no_policy_selects_anything_where_there_is_none if {
	given := document({}, {"unknown": [["metadata", "namespace"], ["spec", "template", "metadata", "labels"]]}, {})
	found := {violation.message | some violation in rule.deny; violation.needs == [{"resource": "d", "path": ["spec", "template", "spec", "hostNetwork"]}]} with input as given
	found == {`No network policy found in scope "shop" selects these pods; policies applied from elsewhere are not seen`}
}
