package policy.kubernetes.pod.duplicate_variable_test

import data.lib.cluster
import data.policy.kubernetes.pod.duplicate_variable as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "env": [{"name": "A", "value": "1"}, {"name": "B", "value": "1"}, {"name": "A", "value": "2"}]}]}) == {"Container \"web\" sets A more than once, and the last value counts"}
}

test_one_finding_a_variable if {
	count(found({"containers": [{"name": "web", "env": [{"name": "A"}, {"name": "A"}, {"name": "A"}, {"name": "B"}, {"name": "B"}]}]})) == 2
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "env": [{"name": "A", "value": "1"}, {"name": "a", "value": "1"}]}]}) == set()
	found({"containers": [{"name": "web", "env": []}]}) == set()
}

test_a_later_one_may_be_the_last if {
	env := [{"name": "A"}, {"name": "A"}, {}]
	deployment := object.union(
		cluster.running("Deployment", "web", {"app": "web"}, {"containers": [{"name": "web", "env": env}]}),
		{"unknown": [["spec", "template", "spec", "containers", 0, "env", 2, "name"], ["spec", "template", "spec", "containers", 0, "env", 2, "value"], ["spec", "template", "spec", "containers", 0, "env", "*"]]},
	)
	needs := {need.path | some violation in rule.deny; some need in violation.needs} with input as cluster.document([deployment], [])
	needs == {["spec", "template", "spec", "containers", 0, "env", 2, "name"], ["spec", "template", "spec", "containers", 0, "env", "*"]}
}
