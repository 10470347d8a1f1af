package policy.kubernetes.service.no_pods_test

import data.lib.cluster
import data.policy.kubernetes.service.no_pods as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

service(labels) := cluster.made("Service", "cart", {"spec": {"selector": labels}})

deployment := cluster.running("Deployment", "cart", {"app": "cart"}, {})


pay := cluster.running("Deployment", "pay", {"app": "pay"}, {})

test_selector_of_a_workload_with_that_name if {
	messages([service({"app": "shop"}), deployment], []) == {
		`No pod with the labels that the Service selects found in namespace "shop": Deployment "cart" has other labels`,
	}
}

test_other_namespace if {
	elsewhere := object.union(service({"app": "cart"}), {"metadata": {"namespace": "bank"}})
	messages([elsewhere, deployment], []) == {
		`No pod with the labels that the Service selects found in namespace "bank": there are some in namespace "shop"`,
	}
}

test_silent if {
	every objects in [
		[service({"app": "search"})],
		[service({"app": "search"}), pay],
		[service({}), deployment],
		[object.union(service({"app": "shop"}), {"spec": {"type": "ExternalName"}}), deployment],
	] {
		found(objects, []) == set()
	}
	found([service({"app": "cart"}), deployment], [["Service/cart", ["spec", "selector"], "Deployment/cart"]]) == set()
}
