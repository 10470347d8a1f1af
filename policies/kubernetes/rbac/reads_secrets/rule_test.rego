package policy.kubernetes.rbac.reads_secrets_test

import data.lib.cluster
import data.policy.kubernetes.rbac.reads_secrets as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["other", "secrets"], "verbs": ["other", "list"]}]) == {"The role may read Secrets: list on secrets"}
	found([{"apiGroups": ["*"], "resources": ["secrets"], "verbs": ["*"]}]) == {"The role may read Secrets: * on secrets"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": ["example.com"], "resources": ["secrets"], "verbs": ["list"]}]) == set()
	found([{"apiGroups": [""], "resources": ["other"], "verbs": ["list"]}]) == set()
	found([{"apiGroups": [""], "resources": ["secrets"], "verbs": ["other"]}]) == set()
}

test_allows_what_kubernetes_brings if {
	given := cluster.made("ClusterRole", "system:controller", {"rules": [{"apiGroups": [""], "resources": ["secrets"], "verbs": ["list"]}]})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
