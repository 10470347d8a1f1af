package policy.kubernetes.rbac.acts_as_accounts_binding_test

import data.lib.cluster
import data.policy.kubernetes.rbac.acts_as_accounts_binding as rule

document_of(rules) := cluster.document(
	[cluster.made("Role", "app", {"rules": rules}), cluster.made("RoleBinding", "app", {"roleRef": {"kind": "Role", "name": "app"}})],
	[["RoleBinding/app", ["roleRef", "name"], "Role/app"]],
)

messages(document) := found if {
	found := {violation.message | some violation in rule.deny} with input as document
}

wanted := [{"apiGroups": [""], "resources": ["serviceaccounts"], "verbs": ["impersonate"]}]

test_denies if {
	messages(document_of(wanted)) == {`app is given, which may act as every service account of namespace "shop"`}
	messages(document_of([{"apiGroups": [""], "resources": ["*"], "verbs": ["*"]}])) == {`app is given, which may act as every service account of namespace "shop"`}
}

test_allows if {
	messages(document_of([])) == set()
	messages(document_of([object.union(wanted[0], {"resourceNames": ["deployer"]})])) == set()
	messages(document_of([{"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}])) == set()
	messages(document_of([{"apiGroups": [""], "resources": ["users"], "verbs": ["impersonate"]}])) == set()
}

test_allows_where_an_account_is_stronger if {
	right := {"action": "impersonate on serviceaccounts", "resource": "Role/app", "path": [], "evidence": [], "needs": [], "anywhere": false, "sweeping": false, "narrowed": false, "targets": [{"id": "a", "power": "administrator", "doubts": [], "needs": []}], "resources": []}
	document := object.union(document_of(wanted), {"identities": [{"provider": "kubernetes", "power": "ordinary", "permissions": {"impersonate:serviceaccounts": [right]}}]})
	messages(document) == set()
}
