package policy.kubernetes.etcd.shared_authority_test

import data.lib.cluster
import data.policy.kubernetes.etcd.shared_authority as rule

found(ours, theirs, root) := messages if {
	document := cluster.document([
		cluster.starting_pod("etcd", [concat("=", ["--trusted-ca-file", ours])]),
		object.union(cluster.starting_pod("kube-apiserver", [concat("=", ["--client-ca-file", theirs])]), {"root": root}),
	], [])
	messages := {[violation.message, violation.evidence[0].resource] | some violation in rule.deny} with input as document
}

test_denies_the_same_authority if {
	found("/pki/ca.crt", "/pki/ca.crt", "app") == {["etcd trusts all whom /pki/ca.crt has signed for, as the API server does", "Pod/kube-apiserver"]}
}

test_allows_another_authority if {
	found("/pki/etcd/ca.crt", "/pki/ca.crt", "app") == set()
	found("", "", "app") == set()
	found("$(CA)", "$(CA)", "app") == set()
}

test_allows_an_api_server_of_another_cluster if {
	found("/pki/ca.crt", "/pki/ca.crt", "other") == set()
}

test_an_api_server_that_is_not_known_is_needed if {
	every path in [["spec"], ["spec", "containers", 0], ["spec", "containers", 0, "command", 1]] {
		server := object.union(cluster.made("Pod", "server", {"spec": {"containers": []}}), {"unknown": [path]})
		document := cluster.document([cluster.starting_pod("etcd", ["--trusted-ca-file=/pki/ca.crt"]), server], [])
		needs := {violation.needs | some violation in rule.deny} with input as document
		needs == {[{"resource": "Pod/server", "path": path}]}
	}
}

test_what_else_is_not_known_of_it_is_not_needed if {
	server := object.union(cluster.made("Pod", "server", {"spec": {"containers": []}}), {"unknown": [["metadata", "labels", "app"], ["spec", "nodeName"]]})
	document := cluster.document([cluster.starting_pod("etcd", ["--trusted-ca-file=/pki/ca.crt"]), server], [])
	count(rule.deny) == 0 with input as document
}
