package policy.kubernetes.workload.missing_priority_class_test

import data.lib.cluster
import data.policy.kubernetes.workload.missing_priority_class as rule

class(name, unknown) := object.union(cluster.made("PriorityClass", name, {"metadata": {"namespace": ""}}), {"unknown": unknown})

pods(name) := cluster.running("Deployment", "cart", {"app": "cart"}, {"priorityClassName": name})

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

place := ["spec", "template", "spec", "priorityClassName"]

test_no_class_of_that_name if {
	{[violation.path, violation.message] | some violation in found([pods("high"), class("urgent", [])], [])} == {[
		place,
		`No PriorityClass "high" found, though scope "app" declares others, such as "urgent"; objects applied from elsewhere are not seen`,
	]}
}

test_silent if {
	found([pods("high")], []) == set()
	found([pods("system-node-critical"), class("urgent", [])], []) == set()
	found([pods("urgent"), class("urgent", [])], [["Deployment/cart", place, "PriorityClass/urgent"]]) == set()
	found([pods("high"), class("urgent", []), object.union(class("high", []), {"root": "other"})], []) == set()
}

test_a_class_without_a_known_name_may_be_meant if {
	some violation in found([pods("high"), class("urgent", [["metadata", "name"]])], [])
	violation.needs == [{"resource": "PriorityClass/urgent", "path": ["metadata", "name"]}]
}
