package policy.kubernetes.rbac.default_account_test

import data.lib.cluster
import data.policy.kubernetes.rbac.default_account as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

binding(subject) := cluster.made("RoleBinding", "cart", {"roleRef": {"kind": "Role", "name": "read"}, "subjects": [subject]})

test_default_account if {
	message := `Every pod of namespace "shop" without an account of its own gets the Role "read"`
	messages([binding({"kind": "ServiceAccount", "name": "default", "namespace": "shop"})], []) == {message}
	messages([binding({"kind": "ServiceAccount", "name": "default"})], []) == {message}
}

test_without_a_namespace if {
	subject := {"kind": "ServiceAccount", "name": "default"}
	bare := {"kind": "RoleBinding", "apiVersion": "v1", "metadata": {"name": "cart", "namespace": ""}, "roleRef": {"kind": "Role", "name": "read"}, "subjects": [subject]}
	messages([bare], []) == {`Every pod of the namespace this is applied to without an account of its own gets the Role "read"`}
}

test_a_role_without_a_known_name if {
	subject := {"kind": "ServiceAccount", "name": "default"}
	nameless := cluster.made("RoleBinding", "cart", {"roleRef": {"kind": "Role"}, "subjects": [subject]})
	messages([nameless], []) == {`Every pod of namespace "shop" without an account of its own gets a Role whose name is not known`}
}

test_silent if {
	found([binding({"kind": "ServiceAccount", "name": "cart"})], []) == set()
	found([binding({"kind": "User", "name": "default"})], []) == set()
}

rule_about(resources) := {"apiGroups": ["policy"], "resources": resources, "verbs": ["use"]}

# The binding of a role with these rules, where the cluster serves no pod security policies any more.
void(rules, more, removed) := violations if {
	role := cluster.made("Role", "read", object.union({"rules": rules, "unknown": [["rules", 0, "verbs"]]}, more))
	document := cluster.document([binding({"kind": "ServiceAccount", "name": "default"}), role], [["RoleBinding/cart", ["roleRef", "name"], "Role/read"]])
	gone := [{"kind": "PodSecurityPolicy", "removed": removed}]
	violations := rule.deny with input as object.union(document, {"outdated_apis": gone})
}

test_silent_about_what_is_no_longer_served if {
	void([rule_about(["podsecuritypolicies"])], {}, true) == set()
}

test_what_else_the_role_says_counts if {
	count(void([rule_about(["podsecuritypolicies"])], {}, false)) == 1
	count(void([rule_about(["podsecuritypolicies", "secrets"])], {}, true)) == 1
	count(void([rule_about(["podsecuritypolicies"]), rule_about(["secrets"])], {}, true)) == 1
	count(void([rule_about(["podsecuritypolicies"])], {"aggregationRule": {}}, true)) == 1
	count(void([], {}, true)) == 1
}

test_what_that_rests_on if {
	[violation | some violation in void([rule_about(["secrets"])], {}, true)][0].needs == [
		{"resource": "RoleBinding/cart", "path": ["subjects", 0, "kind"]},
		{"resource": "RoleBinding/cart", "path": ["metadata", "labels", "kubernetes.io/bootstrapping"]},
		{"resource": "RoleBinding/cart", "path": ["roleRef", "name"]},
		{"resource": "Role/read", "path": ["rules", 0, "verbs"]},
	]
}
