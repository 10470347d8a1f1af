package policy.kubernetes.rbac.acts_as_others_test

import data.lib.cluster
import data.policy.kubernetes.rbac.acts_as_others as rule

wanted := [{"apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"]}]

right := {"action": "impersonate on users", "resource": "ClusterRole/app", "path": ["rules", 0, "verbs", 0], "evidence": [], "needs": [], "anywhere": true, "itself": false, "sweeping": false, "narrowed": false, "targets": [], "resources": []}

document_of(kind, rules) := cluster.document([cluster.made(kind, "app", {"rules": rules})], [])

messages(kind, rules) := found if {
	document := document_of(kind, rules)
	found := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	messages("ClusterRole", wanted) == {"Whoever is given this role may act as others: impersonate on users"}
	messages("Role", wanted) == {"A Role cannot give rights to users and groups, which are in no namespace: impersonate on users has no effect here"}
}

test_allows if {
	messages("ClusterRole", []) == set()
	messages("Role", []) == set()
	messages("ClusterRole", [object.union(wanted[0], {"resourceNames": ["one"]})]) == set()
	messages("ClusterRole", [{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}]) == set()
	messages("ClusterRole", [{"apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]}]) == set()
}

test_allows_what_is_reported_for_whoever_has_it if {
	document := object.union(document_of("ClusterRole", wanted), {"identities": [{"provider": "kubernetes", "power": "ordinary", "permissions": {"impersonate:groups": [right]}}]})
	count(rule.deny) == 0 with input as document
}

test_denies_accounts_of_a_namespace if {
	messages("Role", [{"apiGroups": [""], "resources": ["serviceaccounts"], "verbs": ["impersonate"]}]) == {"Whoever is given this role may act as the service accounts of its namespace: impersonate on serviceaccounts"}
}

test_allows_where_an_account_is_stronger if {
	stronger := object.union(right, {"targets": [{"id": "a", "power": "administrator", "doubts": [], "needs": []}]})
	document := object.union(document_of("ClusterRole", wanted), {"identities": [{"provider": "kubernetes", "power": "ordinary", "permissions": {"impersonate:serviceaccounts": [stronger]}}]})
	count(rule.deny) == 0 with input as document
}
