package policy.kubernetes.workload.missing_key_test

import data.lib.cluster
import data.policy.kubernetes.workload.missing_key as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

deployment(variable) := cluster.running("Deployment", "cart", {"app": "cart"}, {"containers": [{"name": "cart", "env": [{"name": "A", "valueFrom": variable}]}]})

from_map(more) := deployment({"configMapKeyRef": object.union({"name": "cart", "key": "host"}, more)})

from_secret := deployment({"secretKeyRef": {"name": "cart", "key": "host"}})

link(kind) := [["Deployment/cart", ["spec", "template", "spec", "containers", 0, "env", 0, "valueFrom", place[kind], "name"], sprintf("%s/cart", [kind])]]

place := {"ConfigMap": "configMapKeyRef", "Secret": "secretKeyRef"}

test_key_that_is_not_there if {
	messages([from_map({}), cluster.made("ConfigMap", "cart", {"data": {"HOST": "db"}})], link("ConfigMap")) == {
		`ConfigMap "cart" has no key "host": containers that take it do not start`,
	}
	messages([from_secret, cluster.made("Secret", "cart", {"stringData": {"password": "x"}})], link("Secret")) == {
		`Secret "cart" has no key "host": containers that take it do not start`,
	}
}

test_silent if {
	every source in [
		{"data": {"host": "db"}},
		{"binaryData": {"host": "ZGI="}},
		{},
		{"data": {"a": "b"}, "metadata": {"annotations": {"config.openshift.io/inject-trusted-cabundle": "true"}}},
	] {
		found([from_map({}), cluster.made("ConfigMap", "cart", source)], link("ConfigMap")) == set()
	}
	found([from_map({"optional": true}), cluster.made("ConfigMap", "cart", {"data": {"a": "b"}})], link("ConfigMap")) == set()
	found([from_map({})], []) == set()
	token := cluster.made("Secret", "cart", {"type": "kubernetes.io/service-account-token", "data": {"a": "Yg=="}})
	found([from_secret, token], link("Secret")) == set()
}

test_doubt_where_keys_are_unclear if {
	unclear := cluster.made("ConfigMap", "cart", {"unknown": [["data"]]})
	violations := found([from_map({}), unclear], link("ConfigMap"))
	{"resource": "ConfigMap/cart", "path": ["data"]} in {need | some violation in violations; some need in violation.needs}
}
