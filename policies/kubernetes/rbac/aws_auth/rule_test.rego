package policy.kubernetes.rbac.aws_auth_test

import data.lib.cluster
import data.policy.kubernetes.rbac.aws_auth as rule

found(rules) := messages if {
	document := cluster.document([cluster.made("Role", "app", {"rules": rules})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found([{"apiGroups": [""], "resources": ["configmaps"], "resourceNames": ["aws-auth"], "verbs": ["get", "patch"]}]) == {"The role may patch aws-auth, which says who administers the cluster"}
}

test_allows if {
	found([]) == set()
	found([{"apiGroups": [""], "resources": ["configmaps"], "resourceNames": ["aws-auth"], "verbs": ["get"]}]) == set()
	found([{"apiGroups": [""], "resources": ["configmaps"], "verbs": ["update"], "resourceNames": ["other"]}, {"apiGroups": [""], "resources": ["secrets"], "resourceNames": ["aws-auth"], "verbs": ["update"]}]) == set()
}
