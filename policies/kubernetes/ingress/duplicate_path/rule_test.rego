package policy.kubernetes.ingress.duplicate_path_test

import data.lib.cluster
import data.policy.kubernetes.ingress.duplicate_path as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

ingress(name, more) := cluster.made("Ingress", name, object.union(
	{"spec": {"rules": [{"host": "shop.example.com", "http": {"paths": [{"path": "/", "pathType": "Prefix"}]}}]}},
	more,
))

test_the_second_is_reported if {
	violations := found([ingress("a", {}), ingress("b", {})], [])
	{[violation.resource, violation.message] | some violation in violations} == {[
		"Ingress/b",
		`shop.example.com/ is claimed by the Ingress "a" already`,
	]}
}

test_without_a_host_it_is_every_host if {
	bare := {"spec": {"rules": [{"http": {"paths": [{"path": "/shop"}]}}]}}
	messages([ingress("a", bare), ingress("b", bare)], []) == {`/shop of every host is claimed by the Ingress "a" already`}
}

test_silent if {
	every more in [
		{"spec": {"ingressClassName": "internal"}},
		{"metadata": {"annotations": {"kubernetes.io/ingress.class": "internal"}}},
		{"metadata": {"annotations": {"nginx.ingress.kubernetes.io/canary": "true"}}},
		{"spec": {"rules": [{"http": {"paths": [{}]}}]}},
		{"root": "other"},
	] {
		found([ingress("a", {}), ingress("b", more)], []) == set()
	}
	found([ingress("a", {}), ingress("a", {"id": "Ingress/a#2"})], []) == set()
}

test_doubt_where_another_one_is_unclear if {
	count(found([ingress("a", {}), ingress("b", {"unknown": [["spec", "rules"]]})], [])) == 2
}
